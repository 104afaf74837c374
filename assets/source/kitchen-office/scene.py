"""The kitchen-office: what stands in it, what moves, and its light."""
from mathutils import Vector
import appliances, colleague, extinguishers, furniture, room
from bake import add, area
from shapes import empty


def build(static, sky):
    room.build(static, sky); furniture.build(static)
    return [*appliances.build(), *extinguishers.build(static), *colleague.build()]


def finish():
    empty('pinboard', (-1.65, 1.52, -2.48))
    for kind in ('water', 'co2', 'abc'):
        name, at, parent = extinguishers.muzzle(f'ext-{kind}', kind)
        if kind == 'co2': parent = 'ext-co2-horn'; at = (0, 0, -0.415)
        empty(name, at, parent)


def throws_shadow(name):
    """What usually stays in its place does, what walks or hangs loose does not."""
    return not name.startswith('colleague') and not name.endswith('-hose-ready')


occludes = throws_shadow


def lights():
    sun = add('SUN', (0, 3, 0), Vector((0.80, -0.52, -0.30))); sun.data.energy = 7.5; sun.data.color = (1, 0.86, 0.68); sun.data.angle = 0.012
    area((-3.2, 1.58, -0.2), (1, -0.06, 0), 2.2, 1.2, 85, (0.74, 0.87, 1))
    for x, z, y, power in ((-1.2, -0.3, 2.66, 34), (1.2, -0.3, 2.66, 34), (1.8, 3.6, 2.46, 22)): area((x, y, z), (0, -1, 0), 1.18, 0.28, power, (1, 0.93, 0.83))
    area((1.5, 1.44, -2.26), (0, -1, 0.12), 2.8, 0.03, 7, (1, 0.84, 0.64))
    area((-2.42, 1.09, 0.6), (1, 0, 0), 0.5, 0.3, 1.2, (0.7, 0.85, 1))
