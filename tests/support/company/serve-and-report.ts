import './report-memory.ts'
import './serve-scenes.ts'
