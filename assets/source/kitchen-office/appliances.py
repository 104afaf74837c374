"""The things of the scenario that are touched but not carried: bin, coffee machine, switch, call point, exit door."""
import math
from mathutils import noise, Vector
from shapes import Node, empty


def build():
    return [waste_bin(), *coffee_machine(), *wall_switch(), *call_point(), exit_door()]


def waste_bin():
    n = Node('waste-bin', (-1.65, 0, -2.05))
    n.lathe([(0, 0.012), (0.1, 0.012), (0.118, 0.0), (0.126, 0.012), (0.152, 0.36), (0.158, 0.366), (0.158, 0.378), (0.15, 0.378), (0.146, 0.36), (0.122, 0.05), (0, 0.045)], (0, 0, 0), 'bin', 32)
    n.ring(0.1415, 0.0035, (0, 0.25, 0), 'charcoal', segments=32, sides=6)
    crumples = ((0.02, 0.35, 0.03, 0.075, 'paper'), (-0.07, 0.34, -0.02, 0.06, 'paper-shade'), (0.07, 0.35, -0.05, 0.058, 'kraft'), (-0.01, 0.33, -0.08, 0.06, 'paper'), (-0.05, 0.37, 0.07, 0.05, 'paper'), (0.08, 0.33, 0.05, 0.05, 'paper-shade'), (0.0, 0.41, -0.01, 0.05, 'paper'))
    for i, (x, y, z, r, c) in enumerate(crumples): crumple(n, (x, y, z), r, c, i)
    sheet(n, (0.05, 0.43, -0.05), (-0.5, 0.6, 0.3), 'paper'); sheet(n, (-0.08, 0.42, 0.0), (0.3, -0.4, 0.5), 'paper-shade'); sheet(n, (0.02, 0.43, 0.07), (0.5, 0.1, -0.35), 'paper')
    n.lathe([(0, 0), (0.026, 0), (0.04, 0.1), (0.042, 0.1), (0.042, 0.106), (0.037, 0.106), (0.025, 0.01), (0, 0.01)], (0.09, 0.36, 0.03), 'kraft', 18, (0.5, 0.4, -0.7))
    return n


def crumple(n, at, r, paint, seed):
    import bmesh
    from mathutils import Matrix
    b = bmesh.new(); bmesh.ops.create_icosphere(b, subdivisions=2, radius=r)
    for v in b.verts: v.co *= 1 + 0.42 * noise.noise(v.co * (1.3 / r) + Vector((seed * 3.1, 0, 0)))
    n._merge(b, paint, Matrix.Translation(at), smooth=False)


def sheet(n, at, turn, paint):
    """A4 page bent over, both sides."""
    import bmesh
    from shapes import placed
    for flip in (False, True):
        b = bmesh.new(); grid = []
        for i in range(7):
            t = i / 6
            grid.append([b.verts.new((w, (t - 0.5) * 0.24, 0.03 * math.sin(t * 3) + 0.012 * w * 20 * (t - 0.5))) for w in (-0.075, 0, 0.075)])
        for lo, hi in zip(grid, grid[1:]):
            for i in (0, 1):
                f = (lo[i], lo[i + 1], hi[i + 1], hi[i])
                b.faces.new(tuple(reversed(f)) if flip else f)
        n._merge(b, paint, placed(at, turn))


def coffee_machine():
    at = (-0.85, 0.9, -2.2)
    n = Node('coffee-machine', at)
    n.box((0.27, 0.05, 0.36), (0, 0.027, 0.0), 'charcoal', 0.01, segments=2)
    n.box((0.27, 0.24, 0.17), (0, 0.15, -0.09), 'charcoal', 0.012, segments=2)
    n.box((0.28, 0.13, 0.34), (0, 0.325, -0.005), 'black', 0.02, segments=3)
    n.box((0.255, 0.014, 0.16), (0, 0.058, 0.085), 'chrome', 0.003)
    for i in range(9): n.box((0.012, 0.003, 0.13), (-0.1 + i * 0.025, 0.066, 0.085), 'black', 0.001)
    n.quad((0.2, 0.1), (0, 0.325, 0.1665), 'coffee-front', crop=(0.02, 0.52, 0.98, 0.98))
    n.box((0.11, 0.05, 0.07), (0, 0.245, 0.075), 'brushed', 0.01, segments=2)
    for dx in (-0.02, 0.02): n.cyl(0.008, 0.04, (dx, 0.21, 0.09), 'chrome', 12)
    n.lathe([(0, 0), (0.105, 0), (0.12, 0.07), (0.118, 0.085), (0, 0.092)], (0.0, 0.39, -0.03), 'glass-dark', 28)
    n.cyl(0.02, 0.02, (0, 0.488, -0.03), 'black', 16)
    n.tube([(0.13, 0.29, 0.08), (0.165, 0.27, 0.1), (0.165, 0.19, 0.115), (0.16, 0.13, 0.125)], 0.006, 'chrome', 10)
    n.lathe([(0, 0.002), (0.026, 0.002), (0.034, 0.02), (0.036, 0.075), (0.033, 0.075), (0.03, 0.02), (0, 0.012)], (0, 0.066, 0.1), 'ceramic', 18)
    for dx in (-0.11, 0.11):
        for dz in (-0.15, 0.15): n.cyl(0.014, 0.01, (dx, 0.004, dz), 'rubber', 10)
    led = Node('coffee-machine-led', (0.095, 0.282, 0.166), 'coffee-machine', kind='lamp')
    led.ball(0.007, (0, 0, 0), ('lamp', 'led-on'), (1, 1, 0.6), 12)
    return n, led


def wall_switch():
    n = Node('wall-switch', (-0.25, 1.2, -2.47))
    n.box((0.088, 0.088, 0.02), (0, 0, -0.019), 'white', 0.006, segments=2); n.box((0.05, 0.062, 0.006), (0, 0, -0.008), 'light-grey', 0.003)
    r = Node('wall-switch-rocker', (0, 0, -0.006), 'wall-switch')
    r.box((0.042, 0.054, 0.014), (0, 0, 0), 'red-matte', 0.003, segments=2); r.box((0.004, 0.014, 0.002), (0, 0.014, 0.0072), 'band-white', 0); r.ring(0.006, 0.0012, (0, -0.014, 0.0072), 'band-white', (math.pi / 2, 0, 0), 14, 6)
    return n, r


def call_point():
    n = Node('call-point', (0.95, 1.4, 2.47))  # faces -Z
    n.box((0.112, 0.112, 0.03), (0, 0, 0.015), 'fire-red', 0.006, segments=2); n.box((0.1, 0.1, 0.026), (0, 0, -0.008), 'fire-red', 0.008, segments=2)
    n.quad((0.088, 0.088), (0, 0, -0.0216), 'call-point', (0, math.pi, 0))
    e = Node('call-point-element', (0, 0, -0.0216), 'call-point')
    e.box((0.062, 0.058, 0.004), (0, 0, 0.0), 'white', 0.0015); e.quad((0.058, 0.0545), (0, 0, -0.00225), 'call-point', (0, math.pi, 0), crop=(0.125, 0.175, 0.875, 0.825))
    return n, e


def exit_door():
    n = Node('exit-door', (2.3, 0, 2.6), turn_y=1.75)  # pivot at the hinge; closed = 0, leaf towards -X
    n.box((0.94, 2.06, 0.044), (-0.48, 1.035, 0), 'door', 0.004)
    n.box((0.16, 0.9, 0.05), (-0.72, 1.25, 0), 'glass-dark', 0.004); n.box((0.2, 0.94, 0.046), (-0.72, 1.25, 0), 'brushed', 0.004)
    n.box((0.94, 0.2, 0.046), (-0.48, 0.11, 0), 'brushed', 0.003)
    for side in (-1, 1):
        n.cyl(0.026, 0.012, (-0.88, 1.03, side * 0.028), 'chrome', 18, (math.pi / 2, 0, 0))
        n.tube([(-0.88, 1.03, side * 0.03), (-0.88, 1.03, side * 0.065), (-0.86, 1.03, side * 0.072), (-0.75, 1.03, side * 0.072)], 0.009, 'chrome', 10, 4)
    n.box((0.62, 0.045, 0.045), (-0.45, 1.03, -0.06), 'safety-green', 0.01, segments=2)  # push bar on the room's side
    for dx in (-0.74, -0.16): n.box((0.05, 0.07, 0.05), (dx, 1.03, -0.04), 'charcoal', 0.006)
    for y in (0.25, 1.05, 1.85): n.cyl(0.011, 0.1, (-0.004, y, -0.012), 'brushed', 12)
    return n
