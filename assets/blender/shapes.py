"""Modelling words of all scenes. Everything is written in the workplace frame (metres, Y up, -Z north);
`P` turns it into Blender's Z-up frame, the exporter turns it back."""
import bpy, bmesh, json, math, os, sys
from mathutils import Matrix, Vector, Euler

SCENE_DIR = sys.argv[sys.argv.index('--') + 1]
ATLAS = json.load(open(os.path.join(SCENE_DIR, 'atlas.json')))
MATERIALS = ['plaster', 'floor', 'ceiling', 'wood', 'atlas', 'gloss', 'lamp', 'prop']
AUTO_SMOOTH_RAD = math.radians(38)
UNITS_PER_TILE = ATLAS['metresPerTile']


def P(v):
    return Vector((v[0], -v[2], v[1]))


def linear(hex_colour):
    c = [int(hex_colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in c]


def swatch_uv(name):
    i = list(ATLAS['swatches']).index(name)
    per_row = ATLAS['size'] // ATLAS['swatch']
    s = ATLAS['swatch']
    return ((i % per_row + 0.5) * s / ATLAS['size'], 1 - (i // per_row + 0.5) * s / ATLAS['size'])


def region_uv(name, u, v, inset=1.5):
    """(u, v) in 0..1, v up, inside a named picture of the atlas."""
    x, y, w, h = ATLAS['regions'][name]
    n = ATLAS['size']
    return ((x + inset + u * (w - 2 * inset)) / n, 1 - (y + inset + (1 - v) * (h - 2 * inset)) / n)


class Node:
    """One named glTF node: a mesh made of primitives, at a pivot in its parent's frame; `extras` tell the runtime how it moves and sounds."""

    def __init__(self, name, at=(0, 0, 0), parent=None, turn_y=0.0, kind='prop', extras={}):
        self.name, self.at, self.parent, self.turn_y, self.kind, self.extras = name, at, parent, turn_y, kind, extras
        self.bm = bmesh.new()
        self.uv = self.bm.loops.layers.uv.new('UVMap')
        self.col = self.bm.loops.layers.float_color.new('Col')

    def _merge(self, b, paint, matrix, smooth=True):
        """paint: swatch name, (material, '#colour') for tiled surfaces, or a function loop -> uv with kind."""
        kind, colour, uv_of = self.kind, (1, 1, 1), None
        if isinstance(paint, tuple):
            kind = paint[0]
            if kind in UNITS_PER_TILE:
                colour = linear(paint[1])
                turned = len(paint) > 2 and paint[2] == 'turned'
            else:
                fixed = swatch_uv(paint[1]); uv_of = lambda l: fixed
        elif callable(paint):
            uv_of = paint
        else:
            fixed = swatch_uv(paint); uv_of = lambda l: fixed
        uv = b.loops.layers.uv.verify(); uv_name = b.loops.layers.uv.active.name
        col = b.loops.layers.float_color.new('Col')
        if uv_of:
            for f in b.faces:
                for l in f.loops:
                    l[uv].uv = uv_of(l)
        b.transform(matrix)
        b.normal_update()
        for f in b.faces:
            f.material_index = MATERIALS.index(kind)
            f.smooth = smooth
            n = f.normal
            for l in f.loops:
                l[col] = (*colour, 1)
                if not uv_of:
                    c, s = l.vert.co, UNITS_PER_TILE[kind]
                    a = max(range(3), key=lambda i: abs(n[i]))
                    p, q = [(c.z, c.y), (c.x, c.z), (c.x, c.y)][a]
                    if turned:
                        p, q = q, p
                    l[uv].uv = (p / s, q / s)
        m = bpy.data.meshes.new('t')
        b.to_mesh(m); b.free()
        if m.uv_layers[0].name != 'UVMap':
            m.uv_layers[0].name = 'UVMap'
        self.bm.from_mesh(m)
        bpy.data.meshes.remove(m)
        return self

    def box(self, size, at, paint, bevel=0.004, turn=(0, 0, 0), segments=1, pivot=None):
        """Axis-aligned box with centre `at`; `turn` = Euler radians about `pivot` (default: its centre)."""
        b = bmesh.new(); bmesh.ops.create_cube(b, size=1)
        bmesh.ops.scale(b, vec=size, verts=b.verts)
        if bevel:
            bevel = min(bevel, min(size) * 0.45)
            bmesh.ops.bevel(b, geom=b.edges[:], offset=bevel, segments=segments, profile=0.5, affect='EDGES')
        return self._merge(b, paint, placed(at, turn, pivot))

    def lathe(self, profile, at, paint, segments=24, turn=(0, 0, 0), scale=(1, 1, 1)):
        """Turned body: profile = [(radius, y), …] from bottom to top about local Y; closed when a radius is 0."""
        b = bmesh.new(); rings = []
        for r, y in profile:
            if r <= 1e-6:
                rings.append([b.verts.new((0, y, 0))])
            else:
                rings.append([b.verts.new((r * math.cos(t) * scale[0], y, -r * math.sin(t) * scale[2])) for t in (2 * math.pi * i / segments for i in range(segments))])
        for lo, hi in zip(rings, rings[1:]):
            for i in range(segments):
                j = (i + 1) % segments
                if len(lo) == 1 and len(hi) == 1: continue
                if len(lo) == 1: b.faces.new((lo[0], hi[j], hi[i]))
                elif len(hi) == 1: b.faces.new((lo[i], lo[j], hi[0]))
                else: b.faces.new((lo[i], lo[j], hi[j], hi[i]))
        return self._merge(b, paint, placed(at, turn))

    def cyl(self, r, h, at, paint, segments=20, turn=(0, 0, 0), bevel=0.002, top=None):
        """Capped cylinder centred at `at` along local Y; `top` = other radius at the top."""
        t = r if top is None else top
        e = min(bevel, h * 0.4, r * 0.4)
        return self.lathe([(0, -h / 2), (r - e, -h / 2), (r, -h / 2 + e), (t, h / 2 - e), (t - e, h / 2), (0, h / 2)], at, paint, segments, turn)

    def tube(self, points, r, paint, segments=10, steps=6, tips=True):
        """Hose through points (Catmull-Rom); r = radius or function of 0..1."""
        path = smooth_path([Vector(p) for p in points], steps)
        b = bmesh.new(); rings = []; ref = None
        for i, p in enumerate(path):
            d = (path[min(i + 1, len(path) - 1)] - path[max(i - 1, 0)]).normalized()
            ref = d.orthogonal().normalized() if ref is None else (ref - d * ref.dot(d)).normalized()
            side = d.cross(ref)
            rr = r(i / (len(path) - 1)) if callable(r) else r
            rings.append([b.verts.new(p + (ref * math.cos(t) + side * math.sin(t)) * rr) for t in (2 * math.pi * k / segments for k in range(segments))])
        for lo, hi in zip(rings, rings[1:]):
            for i in range(segments):
                j = (i + 1) % segments
                b.faces.new((lo[i], lo[j], hi[j], hi[i]))
        if tips:
            b.faces.new(list(reversed(rings[0]))); b.faces.new(rings[-1])
        return self._merge(b, paint, Matrix())

    def ball(self, r, at, paint, scale=(1, 1, 1), segments=16, turn=(0, 0, 0)):
        b = bmesh.new(); bmesh.ops.create_uvsphere(b, u_segments=segments, v_segments=max(6, segments * 2 // 3), radius=r)
        b.transform(Matrix.Rotation(-math.pi / 2, 4, 'X'))
        bmesh.ops.scale(b, vec=scale, verts=b.verts)
        return self._merge(b, paint, placed(at, turn))

    def ring(self, radius, r, at, paint, turn=(0, 0, 0), segments=24, sides=8):
        """Torus about local Y."""
        b = bmesh.new(); grid = []
        for i in range(segments):
            t = 2 * math.pi * i / segments
            grid.append([b.verts.new(((radius + r * math.cos(s)) * math.cos(t), r * math.sin(s), -(radius + r * math.cos(s)) * math.sin(t))) for s in (2 * math.pi * k / sides for k in range(sides))])
        for i in range(segments):
            for k in range(sides):
                a, c = grid[i], grid[(i + 1) % segments]
                b.faces.new((a[k], c[k], c[(k + 1) % sides], a[(k + 1) % sides]))
        return self._merge(b, paint, placed(at, turn))

    def quad(self, size, at, region, turn=(0, 0, 0), kind=None, crop=(0, 0, 1, 1)):
        """Picture of the atlas on a rectangle that faces local +Z."""
        b = bmesh.new(); w, h = size[0] / 2, size[1] / 2
        f = b.faces.new([b.verts.new(v) for v in ((-w, -h, 0), (w, -h, 0), (w, h, 0), (-w, h, 0))])
        uv = {}
        for l, (u, v) in zip(f.loops, ((0, 0), (1, 0), (1, 1), (0, 1))):
            uv[l.vert] = region_uv(region, crop[0] + u * (crop[2] - crop[0]), crop[1] + v * (crop[3] - crop[1]))
        keep, self.kind = self.kind, kind or self.kind
        self._merge(b, lambda l: uv[l.vert], placed(at, turn)); self.kind = keep
        return self

    def disc(self, r, at, region, turn=(0, 0, 0), segments=32):
        """Round cut-out of a picture of the atlas, facing local +Z."""
        b = bmesh.new(); uv = {}; rim = []
        for k in range(segments):
            a = 2 * math.pi * k / segments; c, d = math.cos(a), math.sin(a)
            rim.append(b.verts.new((r * c, r * d, 0))); uv[rim[-1]] = region_uv(region, 0.5 + 0.5 * c, 0.5 + 0.5 * d)
        b.faces.new(rim)
        return self._merge(b, lambda l: uv[l.vert], placed(at, turn))

    def rect(self, size, at, paint, turn=(0, 0, 0)):
        """Plain rectangle that faces local +Z."""
        b = bmesh.new(); w, h = size[0] / 2, size[1] / 2
        b.faces.new([b.verts.new(v) for v in ((-w, -h, 0), (w, -h, 0), (w, h, 0), (-w, h, 0))])
        return self._merge(b, paint, placed(at, turn))

    def wrap(self, radius, y0, y1, centre_rad, span_rad, region, at=(0, 0, 0), segments=16):
        """Label around a body: picture centred where the angle from -Z (towards -X, seen from above) is `centre_rad`; reads from outside."""
        b = bmesh.new(); uv = {}; cols = []
        for i in range(segments + 1):
            t = centre_rad + (i / segments - 0.5) * span_rad
            x, z = -math.sin(t) * radius, -math.cos(t) * radius
            lo, hi = b.verts.new((x, y0, z)), b.verts.new((x, y1, z))
            uv[lo], uv[hi] = region_uv(region, i / segments, 0), region_uv(region, i / segments, 1)
            cols.append((lo, hi))
        for (a, c), (d, e) in zip(cols, cols[1:]):
            b.faces.new((a, d, e, c))
        # seen from outside at -Z the picture's left lies at +X: angle grows towards -X, so u grows to the viewer's right
        return self._merge(b, lambda l: uv[l.vert], placed(at, (0, 0, 0)))

    def loft(self, rings, paint, segments=18, at=(0, 0, 0), turn=(0, 0, 0), exponent=2.0):
        """Soft body through superellipse rings [(x, y, z, rx, rz), …] stacked along Y, closed at both ends."""
        b = bmesh.new(); grid = []
        for x, y, z, rx, rz in rings:
            grid.append([])
            for i in range(segments):
                t = 2 * math.pi * i / segments
                c, s = math.cos(t), math.sin(t)
                k = 2 / exponent
                grid[-1].append(b.verts.new((x + rx * math.copysign(abs(c) ** k, c), y, z - rz * math.copysign(abs(s) ** k, s))))
        for lo, hi in zip(grid, grid[1:]):
            for i in range(segments):
                j = (i + 1) % segments
                b.faces.new((lo[i], lo[j], hi[j], hi[i]))
        b.faces.new(list(reversed(grid[0]))); b.faces.new(grid[-1])
        bmesh.ops.recalc_face_normals(b, faces=b.faces)
        return self._merge(b, paint, placed(at, turn))

    def build(self, materials):
        mesh = bpy.data.meshes.new(self.name)
        self.bm.transform(Matrix(((1, 0, 0, 0), (0, 0, -1, 0), (0, 1, 0, 0), (0, 0, 0, 1))))
        self.bm.to_mesh(mesh); self.bm.free()
        for m in materials: mesh.materials.append(m)
        mesh.use_auto_smooth = True; mesh.auto_smooth_angle = AUTO_SMOOTH_RAD
        o = bpy.data.objects.new(self.name, mesh)
        bpy.context.collection.objects.link(o)
        o.location = P(self.at); o.rotation_euler = (0, 0, self.turn_y)
        if self.parent: o.parent = bpy.data.objects[self.parent]
        for key, value in self.extras.items(): o[key] = json.dumps(value)
        if len(mesh.polygons):
            w = o.modifiers.new('weighted', 'WEIGHTED_NORMAL'); w.keep_sharp = True; w.weight = 80
        return o


def empty(name, at, parent=None, turn=(0, 0, 0)):
    o = bpy.data.objects.new(name, None); bpy.context.collection.objects.link(o)
    o.location = P(at)
    turn_matrix = Euler(turn, 'XYZ').to_matrix()
    to_blender = Matrix(((1, 0, 0), (0, 0, -1), (0, 1, 0)))
    o.rotation_mode = 'QUATERNION'
    o.rotation_quaternion = (to_blender @ turn_matrix @ to_blender.inverted()).to_quaternion()
    if parent: o.parent = bpy.data.objects[parent]
    return o


def placed(at, turn=(0, 0, 0), pivot=None):
    r = Euler(turn, 'XYZ').to_matrix().to_4x4()
    if pivot is None:
        return Matrix.Translation(at) @ r
    return Matrix.Translation(pivot) @ r @ Matrix.Translation(Vector(at) - Vector(pivot))


def smooth_path(p, steps):
    if len(p) < 3: return p
    out = []
    q = [p[0] * 2 - p[1]] + p + [p[-1] * 2 - p[-2]]
    for i in range(1, len(q) - 2):
        for k in range(steps):
            t = k / steps
            a, b, c, d = q[i - 1], q[i], q[i + 1], q[i + 2]
            out.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3))
    return out + [p[-1]]
