import { describeStatementStore } from '../statement-store.contract.ts'
import { memoryStatements } from './memory-statements.ts'

describeStatementStore((nowMs) =>
  Promise.resolve({ store: memoryStatements(nowMs), close: () => Promise.resolve() }),
)
