"""Two coupling guards, the cracked one on the machine and the new one on the trolley. Origin = the grip on top."""
import bmesh, math
from mathutils import Matrix
from shapes import Node, region_uv
from pumpset import AXIS, ZC

GRIP = 0.185  # above the shaft
RADIUS, LONG = 0.125, 0.27
TROLLEY = (2.52, 0.86, 0.42)  # middle of its top
QUARTER = math.pi / 2


def build(s: Node):
    supports(s); trolley(s)
    old, new = Node('guard-old', (0.75, AXIS + GRIP, ZC), extras=CLANK), Node('guard-new', (TROLLEY[0], TROLLEY[1] + 0.34, TROLLEY[2] - 0.24), turn_y=QUARTER, extras=CLANK)
    guard(old, 'guard-worn', dented); guard(new, 'guard', lambda x, y, z: (x, y, z))
    return [old, new]


CLANK = {'sounds': {'socket': 'clank', 'held': 'grab'}}


def supports(s):
    g = lambda p: ('gloss', p)
    for dz in (-0.145, 0.145): s.box((0.3, 0.25, 0.012), (0.75, 0.37, ZC + dz), g('frame'), 0.003); s.box((0.3, 0.012, 0.05), (0.75, 0.499, ZC + dz), g('frame'), 0.002)


def guard(n, region, bent):
    """Half tunnel of perforated sheet on two feet, inside and outside; `bent` moves its points."""
    foot = -GRIP - (AXIS - 0.507)
    profile = [(-0.165, foot), (-RADIUS, foot), (-RADIUS, -GRIP + 0.02)]
    profile += [(-RADIUS * math.cos(a), -GRIP + 0.02 + RADIUS * math.sin(a)) for a in (math.pi * k / 14 for k in range(1, 14))]
    profile += [(RADIUS, -GRIP + 0.02), (RADIUS, foot), (0.165, foot)]
    along = [0.0]
    for a, c in zip(profile, profile[1:]): along.append(along[-1] + math.dist(a, c))
    for inside in (False, True):
        b = bmesh.new(); uv = {}; rows = []; steps = 8
        for k in range(steps + 1):
            x = (k / steps - 0.5) * LONG; rows.append([])
            for (z, y), t in zip(profile, along):
                inward = 0.003 if inside else 0
                v = b.verts.new(bent(x, y - inward, z * (1 - inward / RADIUS))); uv[v] = region_uv(region, t / along[-1], k / steps); rows[-1].append(v)
        for lo, hi in zip(rows, rows[1:]):
            for i in range(len(profile) - 1):
                face = (lo[i], hi[i], hi[i + 1], lo[i + 1])
                b.faces.new(face if inside else tuple(reversed(face)))
        n._merge(b, lambda l: uv[l.vert], Matrix())
    for x in (-LONG / 2, LONG / 2):
        rim = [bent(x, y, z) for z, y in profile[1:-1]]
        n.tube(rim, 0.0045, 'safety-yellow', 8, 1)
    n.tube([(-0.06, -0.042, 0), (-0.055, -0.008, 0), (-0.03, 0.0, 0), (0.03, 0.0, 0), (0.055, -0.008, 0), (0.06, -0.042, 0)], 0.008, 'black', 10, 5)
    for x in (-0.1, 0.1):
        for z in (-0.145, 0.145): n.cyl(0.011, 0.012, bent(x, foot + 0.006, z), 'galvanised', 6, bevel=0.001)


def dented(x, y, z):
    """A knock from the south on the pump's end, and the foot there torn off."""
    near = max(0.0, (x + 0.02) / 0.155) * max(0.0, (z + 0.03) / 0.19)
    return x, y - 0.035 * near + (0.02 * near if y < -0.3 else 0), z - 0.075 * near * (1.2 if -0.3 < y < -0.12 else 0.5)


def trolley(s):
    g = lambda p: ('gloss', p); x, y, z = TROLLEY; w, d = 0.52, 0.96
    for level in (y - 0.012, 0.32):
        s.box((w, 0.02, d), (x, level, z), g('trolley'), 0.004)
        for dx, dz, sx, sz in ((-w / 2, 0, 0.008, d), (w / 2, 0, 0.008, d), (0, -d / 2, w, 0.008), (0, d / 2, w, 0.008)): s.box((sx, 0.045, sz), (x + dx, level + 0.012, z + dz), g('trolley'), 0.002)
    s.box((w - 0.03, 0.004, d - 0.03), (x, y - 0.001, z), 'rubber', 0)
    for dx in (-w / 2 + 0.02, w / 2 - 0.02):
        for dz in (-d / 2 + 0.02, d / 2 - 0.02):
            s.box((0.03, y - 0.1, 0.03), (x + dx, (y + 0.1) / 2, z + dz), g('trolley'), 0.003); s.cyl(0.045, 0.028, (x + dx, 0.05, z + dz), 'rubber', 20, (0, 0, QUARTER)); s.box((0.03, 0.05, 0.036), (x + dx, 0.09, z + dz), g('galvanised'), 0.003)
    s.tube([(x - w / 2 + 0.02, y, z + d / 2), (x - w / 2 + 0.02, y + 0.12, z + d / 2 + 0.07), (x + w / 2 - 0.02, y + 0.12, z + d / 2 + 0.07), (x + w / 2 - 0.02, y, z + d / 2)], 0.012, g('galvanised'), 12, 6)
    s.box((0.3, 0.12, 0.2), (x - 0.05, 0.392, z - 0.2), g('fire-red'), 0.006); s.tube([(x - 0.13, 0.45, z - 0.2), (x - 0.11, 0.5, z - 0.2), (x + 0.01, 0.5, z - 0.2), (x + 0.03, 0.45, z - 0.2)], 0.007, g('black'), 8, 4)
    s.tube([(x + 0.1, 0.345, z + 0.05), (x + 0.02, 0.345, z + 0.38)], 0.007, g('chrome'), 8, 1); s.ring(0.016, 0.006, (x + 0.016, 0.345, z + 0.395), g('chrome'), (0, 0, 0), 16, 8)
    s.cyl(0.05, 0.1, (x + 0.15, 0.38, z + 0.3), 'kraft', 20)
