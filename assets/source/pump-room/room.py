"""The shell: walls, floor with markings, ceiling, lamps, door, signs. Layout numbers are those of the workplace document."""
import math
from shapes import Node

X, Z, H = 3.2, 2.6, 3.0
DADO = 1.2
UPPER, LOWER, SKIRT = ('plaster', '#e4e2da'), ('plaster', '#8fa6a4'), 'skirt'
NORTH, SOUTH, EAST, WEST = 0.0, math.pi, -math.pi / 2, math.pi / 2  # a rect faces +Z; turned so that it faces into the room
UP = (-math.pi / 2, 0, 0)


def build(s: Node, sky: Node):
    s.rect((2 * X, 2 * Z), (0, 0, 0), ('floor', '#b9bdbb'), UP)
    s.rect((2 * X, 2 * Z), (0, H, 0), ('ceiling', '#d8d6d0'), (math.pi / 2, 0, 0))
    walls(s); door(s); markings(s); lamps(s); signs(s); services(s)
    sky.rect((0.3, 0.4), (2.0, 1.62, Z + 0.06), ('lamp', 'daylight'), (0, SOUTH, 0))


def walls(s):
    wall(s, 2 * X, (0, -Z), NORTH); wall(s, 2 * Z, (X, 0), EAST); wall(s, 2 * Z, (-X, 0), WEST)
    left, right = (1.5 + X, (1.5 - X) / 2), (X - 2.5, (2.5 + X) / 2)
    for wide, x in (left, right): wall(s, wide, (x, Z), SOUTH)
    s.rect((1.0, H - 2.15), (2.0, (H + 2.15) / 2, Z), UPPER, (0, SOUTH, 0))


def wall(s, wide, at, facing):
    x, z = at
    s.rect((wide, DADO), (x, DADO / 2, z), LOWER, (0, facing, 0)); s.rect((wide, H - DADO), (x, (H + DADO) / 2, z), UPPER, (0, facing, 0))
    along = abs(math.cos(facing)) > 0.5
    inward = (math.sin(facing), math.cos(facing))
    dx, dz = (wide, 0.024) if along else (0.024, wide)
    s.box((dx, 0.1, dz), (x + 0.012 * inward[0], 0.05, z + 0.012 * inward[1]), SKIRT, 0.004)
    line = (wide, 0.05)
    s.rect(line, (x + 0.002 * inward[0], DADO, z + 0.002 * inward[1]), 'line-dark', (0, facing, 0))


def door(s):
    x0, x1, top = 1.5, 2.5, 2.15
    s.box((0.98, 2.12, 0.05), (2.0, 1.07, Z + 0.03), 'door', 0.004)
    for x in (x0 + 0.02, x1 - 0.02): s.box((0.06, top, 0.14), (x, top / 2, Z + 0.04), 'door-frame', 0.004)
    s.box((1.0, 0.06, 0.14), (2.0, top - 0.01, Z + 0.04), 'door-frame', 0.004)
    s.box((0.4, 0.5, 0.056), (2.0, 1.62, Z + 0.03), 'brushed', 0.004); s.box((0.32, 0.42, 0.06), (2.0, 1.62, Z + 0.03), 'glass-dark', 0.002)
    s.box((0.86, 0.22, 0.004), (2.0, 0.18, Z + 0.003), ('gloss', 'brushed'), 0.001)
    s.box((0.7, 0.05, 0.05), (2.02, 1.03, Z - 0.03), ('gloss', 'safety-green'), 0.012, segments=2)
    for dx in (-0.3, 0.34): s.box((0.06, 0.08, 0.07), (2.02 + dx, 1.03, Z - 0.01), 'charcoal', 0.006)


def markings(s):
    """Yellow frame round the pump, walkway edge, hatching before the isolator and the lockout station, the green place to wait."""
    x0, x1, z0, z1, w = -0.72, 2.52, -2.45, -0.02, 0.07
    for size, at in (((x1 - x0, w), ((x0 + x1) / 2, z1)), ((w, z1 - z0), (x0, (z0 + z1) / 2)), ((w, z1 - z0), (x1, (z0 + z1) / 2))):
        s.rect(size, (at[0], 0.002, at[1]), 'line-yellow', UP)
    s.quad((0.62, 0.62), (-1.1, 0.0025, -2.2), 'hatch', UP)
    s.quad((1.24, 0.155), (-1.98, 0.0025, -1.72), 'keep-clear', UP)
    s.rect((0.9, 0.9), (-2.62, 0.002, 2.02), 'line-green', UP); s.rect((0.82, 0.82), (-2.62, 0.0024, 2.02), 'floor-plain', UP); s.quad((0.56, 0.28), (-2.62, 0.0028, 2.02), 'wait-here', UP)


def lamps(s):
    for x in (-1.45, 1.45):
        s.box((1.5, 0.07, 0.16), (x, H - 0.16, 0.15), 'light-grey', 0.012); s.rect((1.44, 0.11), (x, H - 0.1962, 0.15), ('lamp', 'lamp'), (math.pi / 2, 0, 0))
        for dx in (-0.5, 0.5): s.cyl(0.006, 0.13, (x + dx, H - 0.065, 0.15), 'brushed', 8)
    s.box((1.5, 0.06, 0.1), (-1.75, 2.32, -Z + 0.1), 'charcoal', 0.01); s.rect((1.44, 0.07), (-1.75, 2.2895, -Z + 0.1), ('lamp', 'lamp'), (math.pi / 2, 0, 0))
    for dx in (-0.6, 0.6): s.box((0.03, 0.03, 0.1), (-1.75 + dx, 2.34, -Z + 0.05), 'charcoal', 0.004)


def signs(s):
    board(s, (0.6, 0.85), (-X, 1.62, -0.75), WEST, 'poster', 'steel'); board(s, (0.3, 0.3), (-0.08, 1.62, -Z), NORTH, 'sign-danger'); board(s, (0.3, 0.3), (0.62, 1.75, Z), SOUTH, 'sign-hearing')
    board(s, (0.3, 0.3), (0.62, 1.75, -Z), NORTH, 'sign-auto')
    s.box((0.5, 0.26, 0.05), (2.0, 2.42, Z - 0.03), 'white', 0.008); s.quad((0.48, 0.24), (2.0, 2.42, Z - 0.056), 'exit-sign', (0, SOUTH, 0), 'lamp')
    s.box((0.6, 0.24, 0.012), (1.32, 2.07, -Z + 0.01), 'white', 0.003); s.quad((0.58, 0.22), (1.32, 2.07, -Z + 0.018), 'pump-name')


def board(s, size, at, facing, region, frame='white'):
    inward = (math.sin(facing), math.cos(facing)); w, h = size
    along = abs(inward[1]) > 0.5
    s.box((w + 0.02 if along else 0.008, h + 0.02, 0.008 if along else w + 0.02), (at[0] + 0.004 * inward[0], at[1], at[2] + 0.004 * inward[1]), frame, 0.002)
    s.quad(size, (at[0] + 0.009 * inward[0], at[1], at[2] + 0.009 * inward[1]), region, (0, facing, 0))


def services(s):
    """Cable tray under the ceiling, conduits, a pressure vessel, the floor gully: what a plant room has anyway."""
    g = lambda p: ('gloss', p)
    y, z = 2.62, -Z + 0.22
    for dz in (-0.09, 0.09): s.box((2 * X, 0.05, 0.004), (0, y, z + dz), g('galvanised'), 0)
    for i in range(22): s.box((0.02, 0.006, 0.18), (-X + 0.15 + i * 0.295, y - 0.02, z), g('galvanised'), 0)
    for i, r in enumerate((0.014, 0.011, 0.016, 0.012)): s.tube([(-X, y + r - 0.015, z - 0.06 + i * 0.036), (X, y + r - 0.015, z - 0.06 + i * 0.036)], r, ('black', 'cable-grey', 'black', 'cable-orange')[i], 8, 1)
    for x in (-2.6, -1.0, 0.6, 2.2): s.box((0.04, 0.03, 0.3), (x, y - 0.04, -Z + 0.15), g('galvanised'), 0.003)
    vessel(s, -2.78, 0.75); lockers(s); extinguisher(s, 1.12, Z - 0.14)
    s.box((1.6, 0.006, 0.16), (1.1, 0.002, -0.28), 'charcoal', 0)
    for i in range(39): s.box((0.012, 0.008, 0.15), (0.33 + i * 0.04, 0.004, -0.28), g('galvanised'), 0)


def vessel(s, x, z):
    g = lambda p: ('gloss', p); r = 0.3
    dome = [(r * math.cos(a), 1.42 + 0.16 * math.sin(a)) for a in (math.pi / 2 * k / 7 for k in range(8))]
    low = [(r * math.cos(a), 0.36 - 0.14 * math.sin(a)) for a in (math.pi / 2 * k / 7 for k in range(7, -1, -1))]
    s.lathe([(0, 0.22), *low[1:], *dome[:-1], (0, 1.58)], (x, 0, z), g('vessel-blue'), 36)
    s.lathe([(r + 0.001, 0.93), (r + 0.008, 0.935), (r + 0.008, 0.965), (r + 0.001, 0.97)], (x, 0, z), g('vessel-blue'), 36)
    for i in range(3):
        a = i * 2 * math.pi / 3 + 0.5
        s.box((0.07, 0.34, 0.012), (x + (r - 0.05) * math.cos(a), 0.17, z + (r - 0.05) * math.sin(a)), g('vessel-blue'), 0.003, (0, -a + math.pi / 2, 0)); s.box((0.11, 0.012, 0.11), (x + (r - 0.04) * math.cos(a), 0.007, z + (r - 0.04) * math.sin(a)), 'charcoal', 0.002)
    s.cyl(0.045, 0.1, (x, 1.61, z), g('galvanised'), 16); s.cyl(0.07, 0.02, (x, 1.66, z), g('galvanised'), 20)
    s.tube([(x, 0.24, z), (x, 0.1, z), (x - 0.08, 0.07, z), (x - 0.5, 0.07, z)], 0.03, g('galvanised'), 12, 5)
    s.quad((0.16, 0.08), (x + r + 0.004, 1.2, z), 'nameplate', (0, math.pi / 2, 0))


def lockers(s):
    """Two steel lockers with hard hats on top, and the duct above."""
    g = lambda p: ('gloss', p); z = Z - 0.24
    for i, x in enumerate((-1.3, -0.88)):
        s.box((0.41, 1.75, 0.45), (x, 0.92, z), g('locker'), 0.006); s.box((0.37, 1.66, 0.01), (x, 0.92, z - 0.228), g('locker'), 0.003)
        for k in range(5): s.box((0.2, 0.008, 0.004), (x, 1.52 + k * 0.03, z - 0.234), 'black', 0)
        s.box((0.014, 0.1, 0.016), (x + 0.15, 0.98, z - 0.238), g('chrome'), 0.004); s.box((0.41, 0.05, 0.43), (x, 0.025, z), 'charcoal', 0)
        hat(s, x + 0.02 * i, 1.795, z - 0.02, ('hat-yellow', 'hat-blue')[i])
    s.tube([(-X, 2.5, Z - 0.22), (0.9, 2.5, Z - 0.22)], 0.13, g('galvanised'), 28, 1)
    for x in (-2.6, -1.6, -0.6, 0.4): s.lathe([(0.13, -0.015), (0.142, -0.015), (0.142, 0.015), (0.13, 0.015)], (x, 2.5, Z - 0.22), g('galvanised'), 28, (0, 0, math.pi / 2))
    s.cyl(0.13, 0.004, (0.9, 2.5, Z - 0.22), 'charcoal', 28, (0, 0, math.pi / 2))


def hat(s, x, y, z, paint):
    g = lambda p: ('gloss', p)
    s.lathe([(0.14, 0.0), (0.142, 0.006), (0.118, 0.012), (0.116, 0.05), (0.1, 0.095), (0.065, 0.125), (0, 0.135)], (x, y, z), g(paint), 28, scale=(0.9, 1, 1.1))
    s.box((0.02, 0.012, 0.2), (x, y + 0.128, z), g(paint), 0.005)


def extinguisher(s, x, z):
    g = lambda p: ('gloss', p)
    s.lathe([(0, 0.35), (0.07, 0.35), (0.078, 0.37), (0.078, 0.74), (0.06, 0.79), (0.025, 0.81), (0.022, 0.84), (0, 0.84)], (x, 0, z), g('fire-red'), 28)
    s.box((0.02, 0.035, 0.11), (x, 0.86, z - 0.02), g('black'), 0.004); s.tube([(x + 0.02, 0.83, z), (x + 0.075, 0.8, z - 0.02), (x + 0.09, 0.65, z - 0.02), (x + 0.088, 0.5, z - 0.02)], 0.009, g('black'), 8, 5)
    s.box((0.1, 0.18, 0.004), (x, 0.58, z - 0.0785), 'paper', 0.001); s.box((0.06, 0.4, 0.02), (x, 0.6, Z - 0.02), 'charcoal', 0.003)
