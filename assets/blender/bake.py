"""Light of the room, baked by Cycles on the CPU: a lightmap for what never moves, ambient occlusion per vertex for the rest."""
import bpy, math, os
from mathutils import Vector
from shapes import P


def run(source, objects, out_dir, size, samples):
    scene = bpy.context.scene
    scene.render.engine = 'CYCLES'; scene.cycles.device = 'CPU'; scene.cycles.use_denoising = False
    scene.cycles.max_bounces = 6; scene.cycles.diffuse_bounces = 5; scene.cycles.sample_clamp_indirect = 6; scene.cycles.blur_glossy = 1; scene.cycles.caustics_reflective = False
    static, sky = objects[0], objects[1]
    unwrap(static)
    source.lights()
    world = bpy.data.worlds.new('w'); scene.world = world; world.use_nodes = True
    world.node_tree.nodes['Background'].inputs['Color'].default_value = (0.62, 0.76, 1, 1); world.node_tree.nodes['Background'].inputs['Strength'].default_value = 0.0
    sky.hide_render = True
    for o in objects:  # what usually stays in its place throws a baked shadow, what walks or hangs loose does not
        if not source.throws_shadow(o.name): o.hide_render = True
    scene.cycles.samples = samples
    lightmap = bpy.data.images.new('lightmap', size, size, float_buffer=True, alpha=False); lightmap.colorspace_settings.name = 'Linear'
    for m in static.data.materials:
        node = m.node_tree.nodes.new('ShaderNodeTexImage'); node.image = lightmap; m.node_tree.nodes.active = node; node.name = 'target'
        uv = m.node_tree.nodes.new('ShaderNodeUVMap'); uv.uv_map = 'Lightmap'; m.node_tree.links.new(uv.outputs['UV'], node.inputs['Vector'])
    select(static)
    scene.render.bake.margin = 6; scene.render.bake.margin_type = 'EXTEND'
    static.data.uv_layers.active = static.data.uv_layers['Lightmap']
    bpy.ops.object.bake(type='DIFFUSE', pass_filter={'DIRECT', 'INDIRECT'}, use_clear=True)
    static.data.uv_layers['UVMap'].active_render = True
    static.data.uv_layers.active = static.data.uv_layers['UVMap']
    save(lightmap, os.path.join(out_dir, 'lightmap.f32'))
    for m in static.data.materials:
        for n in [n for n in m.node_tree.nodes if n.type in ('UVMAP',) or n.name == 'target']: m.node_tree.nodes.remove(n)
    occlusion(source, scene, [o for o in objects[2:] if len(o.data.polygons)])


def unwrap(o):
    o.data.uv_layers.new(name='Lightmap'); o.data.uv_layers.active = o.data.uv_layers['Lightmap']
    select(o)
    bpy.ops.object.mode_set(mode='EDIT'); bpy.ops.mesh.select_all(action='SELECT')
    bpy.ops.uv.smart_project(angle_limit=math.radians(70), island_margin=0.0022, area_weight=0.0, correct_aspect=False, scale_to_bounds=False)
    bpy.ops.object.mode_set(mode='OBJECT')


def add(kind, at, toward):
    o = bpy.data.objects.new(kind, bpy.data.lights.new(kind, kind)); bpy.context.collection.objects.link(o)
    o.location = P(at); o.rotation_euler = P(toward).to_track_quat('-Z', 'Y').to_euler()
    return o


def area(at, toward, width, height, power, colour):
    o = add('AREA', at, Vector(toward)); d = o.data
    d.shape = 'RECTANGLE'; d.energy = power; d.color = colour
    d.size, d.size_y = (width, height)
    if toward[1] > 0.9: o.rotation_euler = (math.pi, 0, 0)
    elif abs(toward[0]) < 0.9: o.rotation_euler = (math.atan2(-P(toward).y, -P(toward).z) * -1 if toward[2] else 0, 0, 0)
    return o


def occlusion(source, scene, targets):
    """Short-range AO into the vertex colours, each thing alone with the static room hidden."""
    scene.cycles.samples = 48
    scene.world.light_settings.distance = 0.25
    for o in bpy.data.objects:
        if o.type in ('MESH', 'LIGHT'): o.hide_render = True
    for o in targets:
        family = [o] + [k for k in targets if source.occludes(k.name) and (k.parent == o or o.parent == k)]
        for f in family: f.hide_render = False
        select(o)
        scene.render.bake.target = 'VERTEX_COLORS'
        o.data.color_attributes.active_color = o.data.color_attributes['Col']
        bpy.ops.object.bake(type='AO')
        for f in family: f.hide_render = True
        col = o.data.color_attributes['Col'].data
        for c in col:
            v = 0.4 + 0.6 * min(1, c.color[0]); c.color = (v, v, v, 1)


def select(o):
    bpy.ops.object.select_all(action='DESELECT'); o.select_set(True); bpy.context.view_layer.objects.active = o


def save(image, path):
    import numpy
    a = numpy.empty(image.size[0] * image.size[1] * 4, dtype=numpy.float32); image.pixels.foreach_get(a)
    a.reshape(-1, 4)[:, :3].tofile(path)
