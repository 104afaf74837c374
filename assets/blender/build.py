"""Builds one scene in Blender and exports it as GLB.
Run by assets/pipeline/build.ts:  blender -b --factory-startup -P build.py -- SCENE_DIR OUT_DIR TEXTURE_DIR LIGHTMAP_SIZE SAMPLES

SCENE_DIR/scene.py gives: build(static, sky) -> nodes of everything that moves, parents first; finish(), which hangs empties into them;
lights(); throws_shadow(name), whether it is baked where it stands; occludes(name), whether it darkens what hangs together with it."""
import bpy, os, sys

scene_dir, out_dir, texture_dir, lightmap_size, samples = sys.argv[sys.argv.index('--') + 1:][:5]
sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), scene_dir]
import bake, scene
from shapes import MATERIALS, UNITS_PER_TILE, Node

bpy.ops.wm.read_factory_settings(use_empty=True)


def material(name):
    m = bpy.data.materials.new(name); m.use_nodes = True
    nodes, links = m.node_tree.nodes, m.node_tree.links
    shader = nodes['Principled BSDF']; shader.inputs['Roughness'].default_value = 0.7; shader.inputs['Specular'].default_value = 0.2
    picture = nodes.new('ShaderNodeTexImage')
    picture.image = bpy.data.images.load(os.path.join(texture_dir, (name if name in UNITS_PER_TILE else 'atlas') + '.png'), check_existing=True)
    tint = nodes.new('ShaderNodeVertexColor'); tint.layer_name = 'Col'
    product = nodes.new('ShaderNodeMixRGB'); product.blend_type = 'MULTIPLY'; product.inputs['Fac'].default_value = 1
    links.new(picture.outputs['Color'], product.inputs['Color1']); links.new(tint.outputs['Color'], product.inputs['Color2'])
    links.new(product.outputs['Color'], shader.inputs['Base Color'])
    if name == 'lamp':
        shader.inputs['Emission Strength'].default_value = 1.0; links.new(product.outputs['Color'], shader.inputs['Emission'])
    return m


materials = [material(name) for name in MATERIALS]
static, sky = Node('static', kind='atlas'), Node('sky', kind='lamp')
entities = scene.build(static, sky)
objects = [n.build(materials) for n in (static, sky, *entities)]
scene.finish()


def colours_per_vertex(mesh):
    """Blender 3.4's exporter looks corner colours up by vertex index, so they must lie on vertices. Parts never share vertices: nothing is lost."""
    corner = mesh.color_attributes['Col'].data
    sums = [[0.0, 0.0, 0.0, 0] for _ in mesh.vertices]
    for loop, c in zip(mesh.loops, corner):
        s = sums[loop.vertex_index]
        for k in range(3): s[k] += c.color[k]
        s[3] += 1
    mesh.color_attributes.remove(mesh.color_attributes['Col'])
    point = mesh.color_attributes.new('Col', 'FLOAT_COLOR', 'POINT')
    for out, s in zip(point.data, sums): out.color = (*(x / max(1, s[3]) for x in s[:3]), 1)
    mesh.color_attributes.active_color = point; mesh.color_attributes.render_color_index = 0


bake.run(scene, objects, out_dir, int(lightmap_size), int(samples))
for m in materials:  # pictures are attached afterwards by the pipeline, by material name
    for node in list(m.node_tree.nodes):
        if node.type in ('TEX_IMAGE', 'VERTEX_COLOR', 'MIX_RGB'): m.node_tree.nodes.remove(node)
for o in objects:
    if len(o.data.polygons): colours_per_vertex(o.data)
for o in objects:
    if len(o.data.polygons) == 0:  # pure pivots
        name, loc, rot, parent, kids = o.name, o.location.copy(), o.rotation_euler.copy(), o.parent, list(o.children)
        extras = dict(o.items())
        o.name += '-old'
        e = bpy.data.objects.new(name, None); bpy.context.collection.objects.link(e); e.location, e.rotation_euler, e.parent = loc, rot, parent
        for key, value in extras.items(): e[key] = value
        for k in kids: k.parent = e
        bpy.data.objects.remove(o)
bpy.ops.export_scene.gltf(filepath=os.path.join(out_dir, 'raw.glb'), export_format='GLB', export_apply=True, export_yup=True, export_materials='EXPORT', export_image_format='NONE', export_animations=False, export_colors=True, export_extras=True)
print('TRIANGLES', sum(len(p.vertices) - 2 for o in bpy.data.objects if o.type == 'MESH' for p in o.data.polygons))
