"""The shell: room, corridor, window, lamps, signs. Layout numbers are those of the workplace document."""
import math
from shapes import Node

WALL, ACCENT, SKIRT = ('plaster', '#e9e2d5'), ('plaster', '#a9b8a8'), ('plaster', '#e6e0d6')
NORTH, SOUTH, EAST, WEST = 0.0, math.pi, -math.pi / 2, math.pi / 2  # a rect faces +Z; turned so that it faces into the room


def build(s: Node, sky: Node):
    floors(s); north_and_east(s); west_window(s, sky); south_door(s); corridor(s); lamps(s); signs(s)


def floors(s):
    down, up = (math.pi / 2, 0, 0), (-math.pi / 2, 0, 0)
    s.rect((6, 5), (0, 0, 0), ('floor', '#ffffff'), up)
    s.rect((6, 5), (0, 2.7, 0), ('ceiling', '#f2efe8'), down)
    s.rect((3, 2.2), (1.8, 0, 3.6), ('floor', '#e6e6ea'), up)
    s.rect((3, 2.2), (1.8, 2.5, 3.6), ('ceiling', '#f2efe8'), down)
    s.box((1.0, 0.012, 0.14), (1.8, 0.004, 2.56), 'brushed', 0.003)


def north_and_east(s):
    s.rect((6, 2.7), (0, 1.35, -2.5), ACCENT)
    s.rect((5, 2.7), (3, 1.35, 0), WALL, (0, EAST, 0))
    skirting(s, (-1.9, -2.5, 1.4, 0.014)); skirting(s, (3, 0.3, 0.014, 4.4))


def skirting(s, where):
    x, z, dx, dz = where
    s.box((dx if dx > 0.02 else 0.028, 0.08, dz if dz > 0.02 else 0.028), (x, 0.04, z), SKIRT, 0.004)


def west_window(s, sky):
    z0, z1, y0, y1 = -1.35, 0.95, 0.95, 2.2
    mid, wide = (z0 + z1) / 2, z1 - z0
    for size, at in (((z0 + 2.5, 2.7), ((z0 - 2.5) / 2, 1.35)), ((2.5 - z1, 2.7), ((2.5 + z1) / 2, 1.35)), ((wide, y0), (mid, y0 / 2)), ((wide, 2.7 - y1), (mid, (2.7 + y1) / 2))):
        s.rect(size, (-3, at[1], at[0]), WALL, (0, WEST, 0))
    deep = 0.16
    s.rect((deep, y1 - y0), (-3 - deep / 2, (y0 + y1) / 2, z0), WALL)
    s.rect((deep, y1 - y0), (-3 - deep / 2, (y0 + y1) / 2, z1), WALL, (0, math.pi, 0))
    s.rect((deep, wide), (-3 - deep / 2, y1, mid), WALL, (math.pi / 2, 0, 0))
    s.box((deep + 0.05, 0.03, wide + 0.06), (-3 - deep / 2 + 0.025, y0 - 0.004, mid), 'white', 0.006)
    frame = 'white'; x = -3.12
    for z in (z0 + 0.03, mid, z1 - 0.03): s.box((0.05, y1 - y0, 0.055), (x, (y0 + y1) / 2, z), frame, 0.006)
    for y in (y0 + 0.03, y1 - 0.03): s.box((0.05, 0.055, wide), (x, y, mid), frame, 0.006)
    s.cyl(0.012, 0.12, (x + 0.05, 1.5, mid + 0.0), 'brushed', 10, (0, 0, 0)); s.box((0.03, 0.05, 0.02), (x + 0.035, 1.5, mid), 'brushed')
    s.cyl(0.035, wide - 0.04, (-3.05, y1 - 0.045, mid), 'white', 14, (math.pi / 2, 0, 0))
    s.rect((wide - 0.1, 0.3), (-3.05, y1 - 0.2, mid), 'warm-white', (0, WEST, 0)); s.box((0.016, 0.022, wide - 0.1), (-3.05, y1 - 0.355, mid), 'light-grey')
    sky.quad((3.9, 2.0), (-3.6, 1.58, mid), 'daylight', (0, WEST, 0))
    s.box((0.09, 0.55, 1.5), (-2.945, 0.42, -1.62 + 0.25), 'white', 0.01)  # radiator under the window
    for i in range(11): s.box((0.014, 0.47, 0.075), (-2.897, 0.42, -2.02 + i * 0.13), 'white', 0.004)
    skirting(s, (-3, 0, 0.014, 5))


def south_door(s):
    x0, x1, top = 1.3, 2.3, 2.1
    for size, at in (((x0 + 3, 2.7), ((x0 - 3) / 2, 1.35)), ((3 - x1, 2.7), ((3 + x1) / 2, 1.35)), ((x1 - x0, 2.7 - top), (1.8, (2.7 + top) / 2))):
        s.rect(size, (at[0], at[1], 2.5), WALL, (0, SOUTH, 0))
    for x in (x0 + 0.02, x1 - 0.02): s.box((0.05, top - 0.002, 0.18), (x, top / 2, 2.57), 'door-frame', 0.004)
    s.box((x1 - x0 - 0.088, 0.05, 0.176), (1.8, top - 0.022, 2.572), 'door-frame', 0.004)
    for x in (x0 - 0.035, x1 + 0.035): s.box((0.07, top + 0.07, 0.03), (x, (top + 0.07) / 2, 2.49), 'door-frame', 0.005)
    s.box((x1 - x0, 0.07, 0.03), (1.8, top + 0.035, 2.49), 'door-frame', 0.005)
    skirting(s, (-0.9, 2.5, 4.26, 0.014)); skirting(s, (2.69, 2.5, 0.62, 0.014))


def corridor(s):
    paint = ('plaster', '#e6e9e8')
    s.rect((1.0, 2.5), (0.8, 1.25, 2.62), paint); s.rect((1.0, 2.5), (2.8, 1.25, 2.62), paint); s.rect((1.0, 0.4), (1.8, 2.3, 2.62), paint)
    s.rect((3, 2.5), (1.8, 1.25, 4.7), paint, (0, SOUTH, 0)); s.rect((2.1, 2.5), (0.3, 1.25, 3.66), paint, (0, WEST, 0)); s.rect((2.1, 2.5), (3.3, 1.25, 3.66), paint, (0, EAST, 0))
    for y, band in ((0.9, 'safety-green'),): s.box((3, 0.05, 0.012), (1.8, y, 4.694), band, 0.002)
    skirting(s, (1.8, 4.7, 3, 0.014)); skirting(s, (0.3, 3.66, 0.014, 2.06)); skirting(s, (3.3, 3.66, 0.014, 2.06))
    s.quad((0.62, 0.81), (0.95, 1.55, 4.6765), 'art', (0, SOUTH, 0), 'atlas'); s.box((0.67, 0.86, 0.02), (0.95, 1.55, 4.689), 'black', 0.004)
    s.box((0.72, 0.46, 0.01), (2.05, 1.62, 4.694), 'white', 0.003); s.quad((0.7, 0.4375), (2.05, 1.62, 4.6865), 'safe-area', (0, SOUTH, 0))
    plant(s, 0.62, 4.36, 1.15)


def plant(s, x, z, tall, seed=3):
    s.lathe([(0, 0.01), (0.12, 0.01), (0.16, 0.3), (0.165, 0.31), (0.145, 0.31), (0.14, 0.27), (0, 0.27)], (x, 0, z), 'terracotta', 18)
    s.cyl(0.138, 0.02, (x, 0.268, z), 'soil', 14)
    for i in range(26):
        a, lean = i * 2.399 + seed, 0.1 + 0.32 * ((i * 7) % 10) / 10
        h = tall * (0.62 + 0.38 * ((i * 13) % 10) / 10) - 0.28
        dx, dz = math.cos(a), math.sin(a)
        side = (-dz, dx)
        pts = []
        for k in range(6):
            t = k / 5
            w = 0.034 * math.sin(math.pi * (0.12 + 0.88 * t)) * (1 - 0.25 * t)
            px, py, pz = x + dx * (0.03 + lean * t * t), 0.27 + h * (t - 0.22 * lean * t * t), z + dz * (0.03 + lean * t * t)
            pts.append(((px - side[0] * w, py, pz - side[1] * w), (px, py - 0.012 * (1 - t), pz), (px + side[0] * w, py, pz + side[1] * w)))
        blade(s, pts, 'leaf' if i % 3 else 'leaf-dark')


def blade(s, rows, paint):
    import bmesh
    from mathutils import Matrix
    for flip in (False, True):
        b = bmesh.new(); grid = [[b.verts.new(p) for p in row] for row in rows]
        for lo, hi in zip(grid, grid[1:]):
            for i in (0, 1):
                f = (lo[i], lo[i + 1], hi[i + 1], hi[i])
                b.faces.new(f if not flip else tuple(reversed(f)))
        s._merge(b, paint, Matrix())


def lamps(s):
    for x, z, y in ((-1.2, -0.3, 2.7), (1.2, -0.3, 2.7), (1.8, 3.6, 2.5)):
        s.box((1.24, 0.03, 0.34), (x, y - 0.012, z), 'white', 0.006)
        s.rect((1.18, 0.28), (x, y - 0.0285, z), ('lamp', 'lamp'), (math.pi / 2, 0, 0))
    s.cyl(0.055, 0.045, (0.15, 2.677, 1.0), 'white', 20, bevel=0.012); s.cyl(0.022, 0.012, (0.15, 2.65, 1.0), 'light-grey', 12)


def signs(s):
    s.box((0.46, 0.24, 0.05), (1.8, 2.36, 2.476), 'white', 0.008)
    s.quad((0.44, 0.22), (1.8, 2.36, 2.4495), 'exit-sign', (0, SOUTH, 0), 'lamp')
    s.box((0.40, 0.555, 0.006), (0.52, 1.5, 2.496), 'white', 0.002); s.quad((0.38, 0.538), (0.52, 1.5, 2.4915), 'poster', (0, SOUTH, 0))
    s.cyl(0.155, 0.035, (-0.35, 2.05, 2.483), 'black', 32, (math.pi / 2, 0, 0)); s.quad((0.2, 0.2), (-0.35, 2.05, 2.4615), 'clock', (0, SOUTH, 0))
    s.cyl(0.142, 0.004, (-0.35, 2.05, 2.4645), 'paper', 32, (math.pi / 2, 0, 0), bevel=0.001)
    s.quad((0.62, 0.81), (-2.55, 1.62, 2.475), 'art', (0, SOUTH, 0)); s.box((0.66, 0.85, 0.02), (-2.55, 1.62, 2.487), 'oak', 0.004)
    for i, kind in enumerate(('abc', 'co2', 'water')):
        z = 0.7 + 0.5 * i
        s.box((0.006, 0.3, 0.3), (2.996, 1.62, z), 'red-matte', 0.002); s.quad((0.29, 0.29), (2.9915, 1.62, z), f'sign-{kind}', (0, EAST, 0))
