"""Three portable extinguishers. Origin of each = grip point in the palm, -Z forward, +Y up. On the bracket they face west."""
import math
from shapes import Node, empty

BODY_Z = -0.045  # the body's axis lies a little ahead of the palm


def build(s: Node):
    out = []
    for kind, z in (('water', 1.7), ('co2', 1.2), ('abc', 0.7)):
        out += extinguisher(kind, (2.86, 1.05, z)); bracket(s, z)
    return out


def bracket(s, z):
    """Wall plate, two arms and a strap that carries the body (its axis lies at x = 2.86 + BODY_Z)."""
    x = 2.86 + BODY_Z; kind = {1.7: 'water', 1.2: 'co2', 0.7: 'abc'}[z]; r = SHAPES[kind][0] + 0.004
    s.box((0.008, 0.42, 0.07), (2.995, 0.76, z), 'charcoal', 0.003)
    for y in (0.9, 0.6):
        s.box((2.995 - x - r + 0.012, 0.018, 0.03), ((2.995 + x + r - 0.012) / 2, y, z), 'charcoal', 0.003)
    s.lathe([(r, -0.011), (r + 0.003, -0.011), (r + 0.003, 0.011), (r, 0.011)], (x, 0.6, z), 'charcoal', 28)


SHAPES = {  # radius, shoulder y, bottom y
    'water': (0.082, -0.1, -0.56), 'abc': (0.078, -0.1, -0.5), 'co2': (0.068, -0.115, -0.6)}


def extinguisher(kind, at):
    name = f'ext-{kind}'; r, top, bottom = SHAPES[kind]
    n = Node(name, at, turn_y=math.pi / 2)
    c = (0, 0, BODY_Z)
    dome = [(r * math.sin(a), top + 0.055 * math.cos(a) - 0.055) for a in [math.pi / 2 * k / 6 for k in range(6, -1, -1)]]
    dome = [(max(rr, 0.024), y) for rr, y in dome]
    side = [(0, bottom + 0.012), (r * 0.72, bottom + 0.012), (r * 0.8, bottom), (r * 0.97, bottom), (r, bottom + 0.014), *((r, y) for y in (bottom + 0.04, bottom + 0.075, bottom + 0.12, (bottom + top) / 2, top - 0.1, top - 0.06, top - 0.02))]
    n.lathe(side + dome + [(0.024, top + 0.012), (0.022, top + 0.024), (0, top + 0.024)], c, 'fire-red', 36)
    n.lathe([(r + 0.0012, bottom + 0.005), (r + 0.0018, bottom + 0.007), (r + 0.0018, bottom + 0.026), (r + 0.0012, bottom + 0.028)], c, 'band-black', 36)
    band = {'water': 'band-white', 'co2': 'band-black', 'abc': 'band-blue'}[kind]
    y_band = top - 0.075
    n.lathe([(r + 0.0004, y_band), (r + 0.0012, y_band + 0.002), (r + 0.0012, y_band + 0.036), (r + 0.0004, y_band + 0.038)], c, band, 36)
    span = 2.25
    height = span * r / 1.25
    for face in (0, math.pi):
        n.wrap(r + 0.0009, y_band - 0.01 - height, y_band - 0.01, face, span, f'label-{kind}', c, 20)
    valve(n, kind, top)
    parts = [n, lever(name, kind), pin(name)]
    parts += (horn if kind == 'co2' else hoses)(name, kind, r, top, bottom)
    muzzle(name, kind)
    return parts


def valve(n, kind, top):
    z = BODY_Z; metal = 'brass' if kind == 'co2' else 'brushed'
    n.cyl(0.02, 0.03, (0, top + 0.034, z), metal, 16); n.box((0.036, 0.05, 0.05), (0, top + 0.066, z), metal, 0.006, segments=2)
    y = top + 0.075  # fixed carrying handle
    n.box((0.026, 0.008, 0.13), (0, -0.024, 0.02), 'black', 0.003, (0.1, 0, 0)); n.box((0.022, 0.03, 0.04), (0, -0.02, z), 'black', 0.003)
    n.box((0.026, 0.02, 0.008), (0, -0.034, 0.082), 'black', 0.003)
    if kind == 'co2':
        n.cyl(0.0085, 0.11, (-0.07, top + 0.062, z), 'brass', 12, (0, 0, math.pi / 2))
    else:
        n.cyl(0.019, 0.016, (0.024, top + 0.062, z + 0.0), 'chrome', 20, (0, 0, math.pi / 2)); n.quad((0.031, 0.031), (0.0325, top + 0.062, z), 'gauge', (0, math.pi / 2, 0))


def lever(name, kind):
    lev = Node(f'{name}-lever', (0, -0.006, BODY_Z - 0.012), name)  # hinged at the front
    lev.box((0.024, 0.007, 0.15), (0, 0.024, 0.075), 'safety-yellow' if kind == 'abc' else 'black', 0.003, (-0.14, 0, 0)); lev.box((0.02, 0.03, 0.022), (0, 0.008, 0.004), 'black', 0.003)
    return lev


def pin(name):
    p = Node(f'{name}-pin', (0, -0.008, BODY_Z + 0.02), name)
    p.cyl(0.0028, 0.05, (0.004, 0, 0), 'chrome', 10, (0, 0, math.pi / 2)); p.ring(0.017, 0.0026, (0.045, -0.004, 0), 'safety-yellow', (math.pi / 2, 0.35, 0), 24, 8)
    p.box((0.006, 0.016, 0.003), (0.02, -0.01, 0), 'red-matte', 0.001)
    return p


def hoses(name, kind, r, top, bottom):
    z = BODY_Z; y = top + 0.062; side = -r - 0.016
    stow = Node(f'{name}-hose-stowed', (0, 0, 0), name)
    stow.tube([(-0.015, y, z), (-0.05, y, z - 0.005), (side - 0.004, y - 0.05, z - 0.01), (side, top - 0.12, z), (side, bottom + 0.2, z)], 0.0085, 'rubber', 10, 8)
    stow.cyl(0.0115, 0.1, (side, bottom + 0.16, z), 'black', 14, top=0.013); stow.cyl(0.008, 0.03, (side, bottom + 0.1, z), 'black', 12, top=0.0115)
    stow.box((0.034, 0.014, 0.03), (side + 0.012, bottom + 0.19, z), 'black', 0.003)
    ready = Node(f'{name}-hose-ready', (0, 0, 0), name)
    ready.tube([(-0.015, y, z), (-0.05, y - 0.003, z - 0.01), (-0.085, y - 0.03, z - 0.06), (-0.075, y - 0.055, z - 0.15), (-0.04, y - 0.035, z - 0.22), (-0.012, y - 0.01, z - 0.27), (0, y, z - 0.31)], 0.0085, 'rubber', 10, 8)
    ready.cyl(0.0115, 0.09, (0, y + 0.002, z - 0.345), 'black', 14, (-math.pi / 2, 0, 0)); ready.cyl(0.009, 0.03, (0, y + 0.002, z - 0.4), 'black', 12, (-math.pi / 2, 0, 0), top=0.0125)
    return [stow, ready]


def horn(name, kind, r, top, bottom):
    """Swivels about X at the valve: -1.45 rad hangs down, 0 = forward."""
    h = Node(f'{name}-horn', (-0.128, top + 0.062, BODY_Z), name)
    h.ball(0.019, (0, 0, 0), 'brass', segments=14)
    h.cyl(0.012, 0.09, (0, 0, -0.04), 'brass', 14, (-math.pi / 2, 0, 0))
    h.lathe([(0.014, 0), (0.018, 0.02), (0.02, 0.09), (0.034, 0.2), (0.056, 0.34), (0.06, 0.345), (0.053, 0.34), (0.03, 0.2), (0.014, 0.1), (0, 0.1)], (0, 0, -0.07), 'black', 24, (-math.pi / 2, 0, 0))
    h.lathe([(0.024, 0), (0.024, 0.05)], (0, 0, -0.1), 'rubber', 18, (-math.pi / 2, 0, 0))
    return [h]


def muzzle(name, kind):
    top = SHAPES[kind][1]
    return (f'{name}-muzzle', (0, top + 0.062, BODY_Z - (0.42 if kind != 'co2' else 0.45)), name)
