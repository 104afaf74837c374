"""The pump on its skid: motor, bearing, volute, pipes. What never moves; axis along X at height AXIS."""
import math
from shapes import Node

AXIS, ZC = 0.66, -0.9
ALONG_X, ALONG_Z = (0, 0, -math.pi / 2), (math.pi / 2, 0, 0)
VALVE = (1.32, 1.36)  # x, y of the discharge valve
VALVE_EYE = (1.438, 1.222, -0.47)  # where a lock holds rim and yoke together
PAINT, PIPE = ('gloss', 'pump-blue'), ('gloss', 'pipe-green')
g = lambda p: ('gloss', p)


def build(s: Node):
    skid(s); motor(s); bearing(s); volute(s); suction(s); discharge(s)


def skid(s):
    s.box((2.56, 0.12, 1.0), (0.9, 0.06, ZC), ('floor', '#9a9c98'), 0.015)
    for dz in (-0.3, 0.3):
        s.box((2.3, 0.012, 0.09), (0.9, 0.234, ZC + dz), g('frame'), 0.002); s.box((2.3, 0.012, 0.09), (0.9, 0.126, ZC + dz), g('frame'), 0.002)
        s.box((2.3, 0.11, 0.012), (0.9, 0.18, ZC + dz + (0.036 if dz < 0 else -0.036)), g('frame'), 0.002)
        for x in (-0.1, 0.7, 1.5, 1.95): bolt(s, (x, 0.142, ZC + dz * 1.08), 0.014)
    for x in (-0.2, 0.5, 1.0, 2.0): s.box((0.09, 0.1, 0.6), (x, 0.18, ZC), g('frame'), 0.004)
    s.box((2.3, 0.008, 0.66), (0.9, 0.243, ZC), g('frame'), 0.002)


def bolt(s, at, r, turn=(0, 0, 0)):
    s.cyl(r, r * 1.1, at, g('galvanised'), 6, turn, bevel=0.001)


def motor(s):
    x0, x1, r = -0.02, 0.56, 0.2
    s.lathe([(0, x0), (r - 0.02, x0), (r - 0.008, x0 + 0.03), (r - 0.008, x1 - 0.03), (r - 0.02, x1), (0.09, x1 + 0.035), (0.05, x1 + 0.05), (0, x1 + 0.05)], (0, AXIS, ZC), PAINT, 40, ALONG_X)
    for i in range(52):
        a = 2 * math.pi * (i + 0.5) / 52
        if abs(math.sin(a) + 0.86) < 0.14: continue  # the feet
        if math.sin(a) > 0.9: continue  # the terminal box
        s.box((x1 - x0 - 0.08, 0.03, 0.005), ((x0 + x1) / 2, AXIS + (r + 0.003) * math.sin(a), ZC + (r + 0.003) * math.cos(a)), PAINT, 0, (-(a - math.pi / 2), 0, 0))
    for x in (x0 + 0.012, x1 - 0.012): s.lathe([(r - 0.02, -0.014), (r + 0.014, -0.012), (r + 0.014, 0.012), (r - 0.02, 0.014)], (x, AXIS, ZC), PAINT, 40, ALONG_X)
    s.lathe([(0.06, -0.19), (0.13, -0.19), (r - 0.012, -0.165), (r + 0.012, -0.13), (r + 0.012, -0.012), (r + 0.004, -0.012)], (0, AXIS, ZC), PAINT, 40, ALONG_X)  # fan cowl
    s.cyl(0.13, 0.004, (-0.183, AXIS, ZC), 'black', 28, ALONG_X)
    for q in (0.05, 0.075, 0.1, 0.125): s.ring(q, 0.0032, (-0.19, AXIS, ZC), g('charcoal'), ALONG_X, 28, 6)
    for k in range(6):
        a = k * math.pi / 3; s.box((0.006, 0.1, 0.006), (-0.19, AXIS + 0.085 * math.sin(a), ZC + 0.085 * math.cos(a)), g('charcoal'), 0, (-(a - math.pi / 2), 0, 0))
    for x in (0.08, 0.46):
        for dz in (-1, 1):
            s.box((0.1, 0.24, 0.03), (x, 0.36, ZC + dz * 0.15), PAINT, 0.006, (dz * 0.12, 0, 0)); s.box((0.12, 0.022, 0.1), (x, 0.258, ZC + dz * 0.19), PAINT, 0.004); bolt(s, (x, 0.275, ZC + dz * 0.205), 0.014)
    s.box((0.22, 0.13, 0.17), (0.26, AXIS + r + 0.07, ZC), PAINT, 0.012, segments=2); s.box((0.2, 0.02, 0.15), (0.26, AXIS + r + 0.142, ZC), PAINT, 0.006)
    for dx in (-0.085, 0.085):
        for dz in (-0.06, 0.06): bolt(s, (0.26 + dx, AXIS + r + 0.154, ZC + dz), 0.008)
    s.ring(0.03, 0.009, (0.46, AXIS + r + 0.045, ZC), g('galvanised'), ALONG_X, 20, 8); s.cyl(0.016, 0.03, (0.46, AXIS + r + 0.01, ZC), g('galvanised'), 12)
    s.quad((0.13, 0.065), (0.3, AXIS + 0.045, ZC + r + 0.026), 'nameplate'); s.box((0.14, 0.074, 0.004), (0.3, AXIS + 0.045, ZC + r + 0.0235), g('steel'), 0.001)
    gland = (0.26, AXIS + r + 0.07, ZC - 0.1)
    s.cyl(0.02, 0.05, gland, g('galvanised'), 12, ALONG_Z)
    s.tube([gland, (0.24, AXIS + 0.2, ZC - 0.22), (0.12, 0.6, ZC - 0.42), (0.0, 0.2, ZC - 0.56), (-0.1, 0.05, ZC - 0.8), (-0.3, 0.03, -2.2), (-0.5, 0.05, -2.5), (-0.55, 0.3, -2.56), (-0.55, 1.2, -2.56)], 0.017, 'cable-grey', 10, 8)
    s.box((0.12, 0.05, 1.0), (-0.24, 0.026, -1.95), g('galvanised'), 0.004, (0, 0.12, 0))


def bearing(s):
    s.lathe([(0, 0.9), (0.05, 0.9), (0.075, 0.915), (0.088, 0.93), (0.088, 0.96), (0.075, 0.985), (0.075, 1.1), (0.088, 1.125), (0.1, 1.16), (0.13, 1.18), (0.13, 1.2), (0, 1.2)], (0, AXIS, ZC), PAINT, 32, ALONG_X)
    for k in range(6):
        a = k * math.pi / 3 + 0.3; bolt(s, (0.912, AXIS + 0.064 * math.sin(a), ZC + 0.064 * math.cos(a)), 0.009, ALONG_X)
    s.box((0.16, 0.36, 0.05), (1.0, 0.42, ZC), PAINT, 0.012); s.box((0.2, 0.02, 0.18), (1.0, 0.257, ZC), PAINT, 0.004)
    for dz in (-0.06, 0.06): bolt(s, (1.06, 0.274, ZC + dz), 0.012)
    s.cyl(0.022, 0.03, (1.04, AXIS + 0.085, ZC), g('brass'), 14); s.cyl(0.016, 0.05, (1.04, AXIS - 0.01, ZC + 0.082), ('gloss', 'glass-dark'), 14, ALONG_Z)


def volute(s):
    s.lathe([(0.1, 1.19), (0.19, 1.195), (0.225, 1.205), (0.245, 1.25), (0.25, 1.3), (0.245, 1.36), (0.215, 1.4), (0.14, 1.42), (0.1, 1.425)], (0, AXIS, ZC), PAINT, 44, ALONG_X)
    for k in range(12):
        a = k * math.pi / 6 + 0.26; bolt(s, (1.196, AXIS + 0.205 * math.sin(a), ZC + 0.205 * math.cos(a)), 0.011, ALONG_X)
    s.lathe([(0.13, 0), (0.12, 0.06), (0.088, 0.13), (0.085, 0.2)], (1.32, AXIS + 0.13, ZC), PAINT, 28)
    flange(s, (1.32, 0.995, ZC), 0.15, 'y')
    s.lathe([(0.12, 1.41), (0.1, 1.45), (0.1, 1.55)], (0, AXIS, ZC), PAINT, 28, ALONG_X); flange(s, (1.565, AXIS, ZC), 0.17, 'x')
    for dz in (-0.16, 0.16):
        s.box((0.1, 0.32, 0.03), (1.3, 0.39, ZC + dz), PAINT, 0.008); s.box((0.14, 0.02, 0.1), (1.3, 0.257, ZC + dz * 1.1), PAINT, 0.004); bolt(s, (1.3, 0.274, ZC + dz * 1.3), 0.013)
    arrow(s, (1.3, AXIS + 0.02, ZC + 0.251))
    s.cyl(0.014, 0.03, (1.3, AXIS - 0.25, ZC), g('brass'), 10)


def arrow(s, at):
    s.disc(0.06, at, 'rotation')


def flange(s, at, r, axis, paint=None):
    """Pair of flanges with bolts through them; `axis` of the pipe."""
    turn = {'x': ALONG_X, 'y': (0, 0, 0), 'z': ALONG_Z}[axis]; x, y, z = at
    s.cyl(r, 0.022, at, paint or PAINT, 32, turn, 0.003)
    up = {'x': (1, 0, 0), 'y': (0, 1, 0), 'z': (0, 0, 1)}[axis]; other = [c + 0.024 * u for c, u in zip(at, up)]
    s.cyl(r, 0.022, other, PIPE, 32, turn, 0.003)
    n = 8
    for k in range(n):
        a = 2 * math.pi * (k + 0.5) / n; p, q = 0.8 * r * math.cos(a), 0.8 * r * math.sin(a)
        off = {'x': (0, p, q), 'y': (p, 0, q), 'z': (p, q, 0)}[axis]
        for side in (-0.017, 0.041): s.cyl(0.0115, 0.012, [c + o + u * side for c, o, u in zip(at, off, up)], g('galvanised'), 6, turn, 0.001)


def pipe(s, a, b, r, paint=PIPE):
    s.tube([a, b], r, paint, 28, 1, tips=False)


def bend(s, corner, enter, leave, radius, r, paint=PIPE):
    """Quarter bend at `corner`: comes in along `enter`, goes out along `leave` (unit vectors)."""
    points = []
    for k in range(9):
        a = math.pi / 2 * k / 8
        points.append(tuple(c - e * radius * (1 - math.sin(a)) + l * radius * (1 - math.cos(a)) for c, e, l in zip(corner, enter, leave)))
    s.tube(points, r, paint, 28, 2, tips=False)


def suction(s):
    r = 0.1
    pipe(s, (1.6, AXIS, ZC), (3.2, AXIS, ZC), r); s.lathe([(0.15, 0), (0.18, 0.004), (0.18, 0.02), (0.11, 0.024)], (3.2, AXIS, ZC), g('galvanised'), 28, (0, 0, math.pi / 2))
    s.lathe([(r + 0.001, -0.12), (r + 0.0015, -0.12), (r + 0.0015, 0.12), (r + 0.001, 0.12)], (2.4, AXIS, ZC), 'band-blue', 28, ALONG_X)
    s.box((0.06, 0.44, 0.06), (2.05, 0.34, ZC), g('frame'), 0.004); s.box((0.22, 0.014, 0.22), (2.05, 0.127, ZC), g('frame'), 0.002); s.lathe([(r, -0.03), (r + 0.012, -0.03), (r + 0.012, 0.03), (r, 0.03)], (2.05, AXIS, ZC), g('galvanised'), 28, ALONG_X)
    s.quad((0.42, 0.08), (2.75, AXIS + 0.03, ZC + r + 0.001), 'pipe-in')


def discharge(s):
    x, y = VALVE; r = 0.08
    pipe(s, (x, 1.03, ZC), (x, 1.2, ZC), r); flange(s, (x, 1.2, ZC), 0.14, 'y', PIPE)
    s.lathe([(0.085, 1.23), (0.1, 1.26), (0.125, 1.3), (0.13, y), (0.125, 1.42), (0.1, 1.46), (0.085, 1.49)], (x, 0, ZC), g('valve-red'), 32)
    flange(s, (x, 1.5, ZC), 0.14, 'y', PIPE)
    bonnet(s, x, y)
    pipe(s, (x, 1.53, ZC), (x, 2.2, ZC), r); bend(s, (x, 2.42, ZC), (0, 1, 0), (0, 0, -1), 0.22, r)
    pipe(s, (x, 2.42, ZC - 0.22), (x, 2.42, -2.6), r); s.lathe([(0.12, 0), (0.15, 0.004), (0.15, 0.02), (0.09, 0.024)], (x, 2.42, -2.6), g('galvanised'), 28, ALONG_Z)
    for z in (-1.5, -2.3): s.lathe([(r, -0.02), (r + 0.008, -0.02), (r + 0.008, 0.02), (r, 0.02)], (x, 2.42, z), g('galvanised'), 28, ALONG_Z); s.cyl(0.007, 0.5, (x, 2.75, z), g('galvanised'), 8)
    s.lathe([(r + 0.001, -0.1), (r + 0.0015, -0.1), (r + 0.0015, 0.1), (r + 0.001, 0.1)], (x, 1.9, ZC), 'band-blue', 28)
    s.wrap(r + 0.0012, 1.62, 1.72, math.pi, 2.2, 'pipe-out', (x, 0, ZC), 16)
    s.tube([(x - 0.06, 1.08, ZC + 0.05), (x - 0.12, 1.09, ZC + 0.09), (x - 0.19, 1.12, ZC + 0.14), (x - 0.2, 1.16, ZC + 0.17)], 0.008, g('brass'), 10, 5)  # to the gauge
    s.cyl(0.016, 0.03, (x, 1.1, ZC + 0.085), g('brass'), 12, ALONG_Z)
    s.tube([(x + 0.008, 1.075, ZC + 0.15), (x + 0.06, 0.98, ZC + 0.2), (x + 0.17, 0.8, ZC + 0.23), (x + 0.2, 0.5, ZC + 0.27), (x + 0.17, 0.27, ZC + 0.4), (x + 0.16, 0.13, ZC + 0.52), (x + 0.16, 0.02, ZC + 0.6)], 0.0085, 'hose', 10, 6)  # vent hose to the gully


def bonnet(s, x, y):
    """Towards the south: cone, yoke with two arms, and the red eye that a lock goes through together with the handwheel."""
    s.lathe([(0.1, 0), (0.1, 0.03), (0.075, 0.05), (0.05, 0.13), (0.04, 0.16), (0, 0.16)], (x, y, ZC + 0.1), g('valve-red'), 28, ALONG_Z)
    for k in range(6):
        a = k * math.pi / 3; bolt(s, (x + 0.085 * math.cos(a), y + 0.085 * math.sin(a), ZC + 0.137), 0.01, ALONG_Z)
    for dx in (-0.035, 0.035): s.box((0.016, 0.03, 0.14), (x + dx, y, ZC + 0.31), g('valve-red'), 0.004)
    s.cyl(0.045, 0.02, (x, y, ZC + 0.375), g('valve-red'), 20, ALONG_Z); s.cyl(0.012, 0.2, (x, y, ZC + 0.36), g('steel'), 12, ALONG_Z)
    s.box((0.022, 0.17, 0.008), (x + 0.058, y - 0.068, ZC + 0.368), g('safety-yellow'), 0.002, (0, 0, 0.7)); s.box((0.02, 0.02, 0.07), (x + 0.112, y - 0.132, ZC + 0.4), g('safety-yellow'), 0.002); s.ring(0.014, 0.0045, VALVE_EYE, g('safety-yellow'), (0, 0, math.pi / 2), 18, 8)
