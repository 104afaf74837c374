"""What stands in the room and never moves: counter, cupboards, desk, table, shelf, fridge, pinboard."""
import math
from shapes import Node

HALF, FULL = math.pi / 2, math.pi


def build(s: Node):
    counter(s); wall_cupboards(s); worktop_things(s); fridge(s); desk(s); office_chair(s, -2.0, -0.35, 0.5); bookshelf(s); table(s, 1.75, -0.62)
    chair(s, 1.12, -0.72, HALF * 0.9, 'mustard'); chair(s, 2.42, -0.5, -HALF * 1.15, 'fabric-blue'); pinboard_mounts(s)


def counter(s):
    x0, x1, front = -1.2, 3.0, -1.9
    s.box((x1 - x0 - 0.02, 0.1, 0.52), ((x0 + x1) / 2, 0.05, -2.22), 'plinth', 0)
    s.box((x1 - x0 - 0.01, 0.76, 0.55), ((x0 + x1) / 2, 0.48, -2.215), 'cupboard', 0)
    n = 7; w = (x1 - x0) / n
    for i in range(n):
        x = x0 + w * (i + 0.5)
        drawers = i in (1, 5)
        for y, h in (((0.735, 0.2), (0.505, 0.24), (0.245, 0.26)) if drawers else ((0.48, 0.73),)):
            s.box((w - 0.006, h, 0.02), (x, y, front - 0.025), 'cupboard', 0.003)
            s.box((0.16 if drawers else 0.012, 0.012 if drawers else 0.16, 0.018), (x if drawers else x + (w / 2 - 0.05) * (1 if i % 2 else -1), y + (0 if drawers else 0.24), front - 0.004), 'brass', 0.004)
    s.box((x1 - x0 + 0.02, 0.04, 0.62), ((x0 + x1) / 2 - 0.01, 0.88, -2.19), ('wood', '#ffffff'), 0.006, segments=2)
    s.box((x1 - x0, 0.5, 0.008), ((x0 + x1) / 2, 1.15, -2.495), ('gloss', 'teal'), 0)
    for x, y, h in ((x0 + 0.009, 0.45, 0.86),): s.box((0.018, h, 0.58), (x, y, -2.21), 'cupboard', 0.002)
    sink(s, 1.25, -2.19)


def sink(s, x, z):
    g = lambda p: ('gloss', p)
    s.box((0.62, 0.006, 0.44), (x, 0.902, z), g('brushed'), 0.002)
    w, d, deep = 0.4, 0.34, 0.006
    s.rect((w, d), (x - 0.06, 0.9058, z), g('charcoal'), (-HALF, 0, 0))
    for dx, dz, sx, sz in ((-w / 2, 0, 0.014, d), (w / 2, 0, 0.014, d), (0, -d / 2, w, 0.014), (0, d / 2, w, 0.014)):
        s.box((sx, 0.012, sz), (x - 0.06 + dx, 0.907, z + dz), g('chrome'), 0.004)
    s.cyl(0.024, 0.004, (x - 0.06, 0.908, z), g('chrome'), 16)
    for i in range(5): s.box((0.008, 0.004, 0.3), (x + 0.185 + i * 0.024, 0.906, z), g('chrome'), 0.001)
    s.cyl(0.026, 0.05, (x - 0.06, 0.925, z - 0.21), g('chrome'), 18)
    s.tube([(x - 0.06, 0.94, z - 0.21), (x - 0.06, 1.16, z - 0.21), (x - 0.06, 1.235, z - 0.16), (x - 0.06, 1.22, z - 0.07), (x - 0.06, 1.16, z - 0.045)], 0.013, g('chrome'), 12)
    s.box((0.012, 0.012, 0.07), (x - 0.03, 0.965, z - 0.2), g('chrome'), 0.004, (0.3, 0.6, 0))
    s.cyl(0.03, 0.13, (x + 0.34, 0.966, z - 0.2), ('gloss', 'mint'), 16); s.cyl(0.008, 0.06, (x + 0.34, 1.05, z - 0.2), ('gloss', 'black'), 10); s.box((0.05, 0.012, 0.014), (x + 0.33, 1.08, z - 0.2), ('gloss', 'black'))


def wall_cupboards(s):
    x0, x1 = 0.0, 3.0; n = 5; w = (x1 - x0) / n
    s.box((x1 - x0, 0.66, 0.33), ((x0 + x1) / 2, 1.79, -2.33), 'cupboard', 0.002)
    for i in range(n):
        if i == 1:
            continue
        s.box((w - 0.006, 0.655, 0.02), (x0 + w * (i + 0.5), 1.79, -2.155), 'cupboard', 0.003)
        s.box((0.012, 0.14, 0.018), (x0 + w * (i + 0.5) + (w / 2 - 0.05) * (1 if i % 2 else -1), 1.56, -2.138), 'brass', 0.004)
    x = x0 + w * 1.5  # open niche of oak with cups
    s.box((w - 0.006, 0.655, 0.014), (x, 1.79, -2.157), ('wood', '#d9c8ae'), 0.002)
    for y in (1.52, 1.79): s.box((w, 0.022, 0.14), (x, y - 0.03, -2.1), ('wood', '#ffffff'), 0.003)
    for i, c in enumerate(('ceramic', 'coral', 'mint', 'ceramic')): cup(s, x - 0.2 + i * 0.13, 1.771, -2.1, c)
    for i, c in enumerate(('mint', 'ceramic', 'mustard')): cup(s, x - 0.17 + i * 0.15, 1.501, -2.1, c)
    s.box((x1 - x0 - 0.1, 0.012, 0.03), ((x0 + x1) / 2, 1.455, -2.26), 'light-grey', 0.002)
    s.rect((x1 - x0 - 0.14, 0.022), ((x0 + x1) / 2, 1.4485, -2.26), ('lamp', 'lamp'), (HALF, 0, 0))


def cup(s, x, y, z, paint, turn=0.8):
    s.lathe([(0, 0.002), (0.026, 0.002), (0.036, 0.02), (0.039, 0.085), (0.036, 0.085), (0.032, 0.02), (0, 0.012)], (x, y, z), ('gloss', paint), 18)
    s.ring(0.022, 0.005, (x + 0.046 * math.cos(turn), y + 0.045, z - 0.046 * math.sin(turn)), ('gloss', paint), (HALF, turn, 0), 14, 6)


def worktop_things(s):
    kettle(s, 0.35, 0.9, -2.25)
    cup(s, -0.5, 0.9, -2.05, 'ceramic', 0.3); cup(s, -0.4, 0.9, -2.13, 'coral', 1.2)
    s.box((0.34, 0.02, 0.24), (0.02 + 1.95, 0.91, -2.18), ('wood', '#c89a6a', 'turned'), 0.006, (0, 0.2, 0))
    for i, c in enumerate(('lemon', 'apple', 'lemon')): s.ball(0.036, (1.9 + i * 0.07, 0.955, -2.2 + (i % 2) * 0.05), ('gloss', c), (1.1, 0.95, 0.95), 14)
    for i, (h, c) in enumerate(((0.22, 'white'), (0.18, 'coral'), (0.14, 'white'))):
        s.cyl(0.055, h, (2.42 + i * 0.14, 0.9 + h / 2, -2.3), ('gloss', c), 20); s.cyl(0.057, 0.02, (2.42 + i * 0.14, 0.91 + h, -2.3), ('wood', '#d9b98a'), 20)
    s.lathe([(0, 0), (0.055, 0), (0.06, 0.004), (0.06, 0.24), (0.055, 0.245), (0, 0.245)], (0.72, 0.902, -2.3), 'paper', 22); s.cyl(0.07, 0.008, (0.72, 0.904, -2.3), ('gloss', 'chrome'), 20); s.cyl(0.007, 0.3, (0.72, 1.05, -2.3), ('gloss', 'chrome'), 10)
    # mains: socket, cable of the coffee machine
    s.box((0.085, 0.085, 0.012), (-0.45, 1.2, -2.488), 'white', 0.004); s.quad((0.075, 0.075), (-0.45, 1.2, -2.4815), 'socket')
    s.box((0.04, 0.04, 0.03), (-0.45, 1.2, -2.468), 'black', 0.008)
    s.tube([(-0.45, 1.19, -2.455), (-0.45, 1.1, -2.44), (-0.5, 0.96, -2.42), (-0.58, 0.912, -2.42), (-0.66, 0.912, -2.41), (-0.72, 0.93, -2.39)], 0.0045, 'cable', 8, 8)
    s.quad((0.16, 0.08), (-0.25, 1.315, -2.4895), 'switch-label')


def kettle(s, x, y, z):
    g = lambda p: ('gloss', p)
    s.lathe([(0, 0), (0.085, 0), (0.088, 0.02), (0.06, 0.024), (0, 0.024)], (x, y, z), g('black'), 24)
    s.lathe([(0, 0.024), (0.08, 0.026), (0.084, 0.05), (0.07, 0.16), (0.058, 0.2), (0.056, 0.205), (0, 0.212)], (x, y, z), g('steel'), 28)
    s.ball(0.014, (x, y + 0.222, z), g('black'), segments=10)
    s.tube([(x + 0.055, y + 0.2, z), (x + 0.11, y + 0.21, z), (x + 0.125, y + 0.14, z), (x + 0.095, y + 0.06, z)], 0.011, g('black'), 10)
    s.tube([(x - 0.06, y + 0.12, z), (x - 0.095, y + 0.155, z), (x - 0.112, y + 0.19, z)], lambda t: 0.02 - 0.008 * t, g('steel'), 12)


def fridge(s):
    x, z = -2.62, -2.17; g = lambda p: ('gloss', p)
    s.box((0.62, 1.72, 0.6), (x, 0.89, z), 'light-grey', 0.012, segments=2)
    s.box((0.6, 1.1, 0.03), (x, 1.19, z + 0.318), g('light-grey'), 0.01, segments=2); s.box((0.6, 0.56, 0.03), (x, 0.335, z + 0.318), g('light-grey'), 0.01, segments=2)
    for y, h in ((0.92, 0.3), (0.48, 0.2)): s.tube([(x + 0.25, y - h / 2 + 0.12, z + 0.333), (x + 0.25, y - h / 2 + 0.13, z + 0.37), (x + 0.25, y + h / 2 + 0.09, z + 0.37), (x + 0.25, y + h / 2 + 0.1, z + 0.333)], 0.01, g('chrome'), 8, 4)
    s.quad((0.13, 0.18), (x - 0.1, 1.42, z + 0.3345), 'paper-2', (0, 0, 0.06)); s.quad((0.14, 0.19), (x + 0.07, 1.35, z + 0.334), 'paper-3', (0, 0, -0.04))


def desk(s):
    x, z = -2.6, 0.6
    s.box((0.72, 0.03, 1.5), (x, 0.735, z), ('wood', '#f0dfc4', 'turned'), 0.005, segments=2)
    for dz in (-0.68, 0.68):
        for dx in (-0.3, 0.3): s.box((0.04, 0.72, 0.04), (x + dx, 0.36, z + dz), 'charcoal', 0.004)
        s.box((0.56, 0.04, 0.03), (x, 0.69, z + dz), 'charcoal', 0.004)
    s.box((0.42, 0.52, 0.36), (x - 0.03, 0.29, z + 0.46), 'white', 0.006)
    for y in (0.12, 0.29, 0.46): s.box((0.012, 0.155, 0.345), (x + 0.186, y, z + 0.46), 'white', 0.003); s.box((0.012, 0.01, 0.12), (x + 0.196, y + 0.05, z + 0.46), 'charcoal', 0.003)
    mx = x - 0.14  # monitor, faces east
    s.cyl(0.11, 0.012, (mx, 0.757, z), 'charcoal', 24); s.box((0.03, 0.22, 0.05), (mx - 0.02, 0.86, z), 'charcoal', 0.006)
    s.box((0.028, 0.36, 0.58), (mx, 1.08, z), 'black', 0.006); s.quad((0.555, 0.335), (mx + 0.0148, 1.08, z), 'monitor', (0, HALF, 0), 'lamp')
    s.box((0.13, 0.014, 0.43), (x + 0.14, 0.758, z), 'light-grey', 0.005); s.quad((0.42, 0.12), (x + 0.14, 0.7655, z), 'keyboard', (-HALF, HALF, 0))
    s.ball(0.032, (x + 0.14, 0.755, z - 0.32), 'black', (1.5, 0.6, 1), 14)
    cup(s, x + 0.05, 0.75, z + 0.42, 'coral', 2.0)
    for i in range(3): s.box((0.21, 0.003, 0.297), (x + 0.05 + i * 0.004, 0.752 + i * 0.003, z - 0.56), 'paper', 0, (0, 0.1 * i - 0.08, 0))
    lx, lz = x - 0.22, z - 0.62  # lamp
    s.cyl(0.075, 0.018, (lx, 0.759, lz), 'mustard', 20); s.tube([(lx, 0.76, lz), (lx, 1.0, lz), (lx + 0.05, 1.12, lz), (lx + 0.15, 1.17, lz)], 0.008, 'mustard', 8)
    s.lathe([(0.07, 0), (0.035, 0.07), (0.02, 0.08), (0, 0.08)], (lx + 0.17, 1.1, lz), 'mustard', 18, (0, 0, -0.25))


def office_chair(s, x, z, turn):
    for i in range(5):
        a = i * 2 * math.pi / 5 + turn
        s.tube([(x, 0.1, z), (x + 0.14 * math.cos(a), 0.085, z + 0.14 * math.sin(a)), (x + 0.27 * math.cos(a), 0.06, z + 0.27 * math.sin(a))], lambda t: 0.02 - 0.006 * t, 'charcoal', 8, 3)
        s.ball(0.028, (x + 0.27 * math.cos(a), 0.028, z + 0.27 * math.sin(a)), 'black', (0.7, 1, 1), 10)
    s.cyl(0.026, 0.34, (x, 0.26, z), 'brushed', 14)
    c, n = math.cos(turn), math.sin(turn)
    s.box((0.46, 0.07, 0.46), (x, 0.47, z), 'fabric-grey', 0.03, (0, turn, 0), 3)
    bx, bz = x + 0.23 * n, z + 0.23 * c
    s.box((0.42, 0.5, 0.05), (bx, 0.82, bz), 'fabric-grey', 0.024, (0.1, turn, 0), 3)
    s.tube([(x, 0.44, z), (x + 0.22 * n, 0.45, z + 0.22 * c), (x + 0.285 * n, 0.55, z + 0.285 * c), (x + 0.27 * n, 0.72, z + 0.27 * c)], 0.018, 'charcoal', 8, 4)


def bookshelf(s):
    x, z, w, h, d = -1.55, 2.33, 0.9, 1.5, 0.3
    for dx in (-w / 2, w / 2): s.box((0.022, h, d), (x + dx, h / 2, z), ('wood', '#ead6b8', 'turned'), 0.002)
    s.rect((w, h), (x, h / 2, z + d / 2 - 0.01), ('wood', '#c9b18e', 'turned'), (0, FULL, 0))
    levels = (0.06, 0.43, 0.8, 1.15, h - 0.011)
    for y in levels: s.box((w, 0.022, d), (x, y, z), ('wood', '#ead6b8'), 0.002)
    for i, y in enumerate(levels[:-1]):
        tall = 0.29; wide = w - 0.05 - 0.16 * (i % 3)
        s.box((wide, tall, 0.19), (x - (w - 0.05 - wide) / 2, y + 0.011 + tall / 2, z + 0.03), 'black-matte', 0)
        s.quad((wide, tall), (x - (w - 0.05 - wide) / 2, y + 0.011 + tall / 2, z - 0.0665), 'spines', (0, FULL, 0), crop=(0.1 * i, 0, min(1, 0.1 * i + wide * 0.95), 0.98))
    from room import plant
    plant(s, -2.62, 2.12, 1.2, 5)
    s.lathe([(0, 0), (0.05, 0), (0.075, 0.08), (0.05, 0.2), (0.03, 0.24), (0.036, 0.26)], (x + 0.28, h, z), ('gloss', 'mint'), 20)
    s.box((0.24, 0.05, 0.17), (x - 0.2, h + 0.025, z), 'coral', 0.003, (0, 0.2, 0)); s.box((0.22, 0.04, 0.16), (x - 0.2, h + 0.07, z), 'navy', 0.003, (0, -0.1, 0))


def table(s, x, z):
    s.lathe([(0, 0.715), (0.44, 0.715), (0.452, 0.722), (0.452, 0.738), (0.445, 0.745), (0, 0.745)], (x, 0, z), ('wood', '#fff2dd'), 40)
    s.cyl(0.035, 0.69, (x, 0.37, z), 'charcoal', 18); s.lathe([(0, 0), (0.26, 0.002), (0.26, 0.012), (0.05, 0.03), (0, 0.03)], (x, 0, z), 'charcoal', 32)
    s.lathe([(0, 0.745), (0.06, 0.747), (0.14, 0.795), (0.132, 0.797), (0.055, 0.757), (0, 0.755)], (x - 0.05, 0, z + 0.05), ('gloss', 'ceramic'), 28)
    for i, (c, a) in enumerate((('apple', 0), ('lemon', 2.1), ('apple', 4.2))): s.ball(0.04, (x - 0.05 + 0.05 * math.cos(a), 0.797, z + 0.05 + 0.05 * math.sin(a)), ('gloss', c), (1, 0.92, 1), 14)
    cup(s, x + 0.22, 0.745, z - 0.16, 'mint', 0.2)
    for i in range(2): s.box((0.15, 0.004, 0.21), (x + 0.08, 0.748 + 0.004 * i, z + 0.28), ('paper', 'kraft')[i], 0, (0, 0.5 + 0.15 * i, 0))


def chair(s, x, z, turn, paint):
    """Moulded shell on four legs; `turn` 0 = sitter looks to -Z."""
    c, n = math.cos(turn), math.sin(turn)
    at = lambda px, py, pz: (x + px * c + pz * n, py, z - px * n + pz * c)
    s.box((0.42, 0.022, 0.41), (x, 0.45, z), paint, 0.01, (0, turn, 0), 2)
    px, _, pz = at(0, 0, 0.2)
    s.box((0.4, 0.3, 0.02), (px + 0.045 * n, 0.69, pz + 0.045 * c), paint, 0.009, (0.2, turn, 0), 2)
    for dx in (-0.14, 0.14): s.tube([at(dx, 0.44, 0.17), at(dx, 0.55, 0.205), at(dx, 0.7, 0.25)], 0.009, 'charcoal', 8, 4)
    for dx in (-1, 1):
        for dz in (-1, 1): s.tube([at(dx * 0.15, 0.445, dz * 0.14), at(dx * 0.19, 0.0, dz * 0.19)], lambda t: 0.014 - 0.004 * t, 'oak', 8)


def pinboard_mounts(s):
    x, y, w, h = -1.65, 1.52, 0.9, 0.63  # above the bin
    s.box((w, h, 0.014), (x, y, -2.492), 'oak', 0.002); s.quad((w - 0.03, h - 0.03), (x, y, -2.4835), 'cork')
    for dx in (-w / 2, w / 2): s.box((0.026, h + 0.026, 0.026), (x + dx, y, -2.486), ('wood', '#f0d9b6', 'turned'), 0.003)
    for dy in (-h / 2, h / 2): s.box((w, 0.026, 0.026), (x, y + dy, -2.486), ('wood', '#f0d9b6'), 0.003)
    for i, (dx, dy, roll, region) in enumerate(((-0.3, 0.1, 0.04, 'paper-1'), (-0.06, -0.03, -0.05, 'paper-4'), (0.14, 0.12, 0.03, 'paper-2'), (0.32, -0.06, -0.03, 'paper-3'))):
        s.quad((0.19, 0.263), (x + dx, y + dy, -2.4815 + i * 0.0006), region, (0, 0, roll))
