"""The pump room: what stands in it, what moves, and its lamps."""
import fittings, guards, lockout, pumpset, room
from bake import area
from shapes import empty


def build(static, sky):
    room.build(static, sky); pumpset.build(static)
    return [*fittings.build(static), *lockout.build(static), *guards.build(static)]


def finish():
    empty('probe', (-0.6, 1.4, 0.6))


def throws_shadow(name):
    """What is carried away, or is a copy for each person, leaves no shadow behind."""
    return not name.startswith(('personal-lock', 'job-', 'box-lock', 'guard-new'))


def occludes(name):
    return not name.startswith('guard')


def lights():
    for x in (-1.45, 1.45): area((x, 2.79, 0.15), (0, -1, 0), 1.44, 0.11, 62, (1, 0.96, 0.9))
    for x in (-1.45, 1.45): area((x, 2.89, 0.15), (0, 1, 0), 1.3, 0.06, 7, (1, 0.96, 0.9))
    area((-1.75, 2.28, -2.5), (0, -1, 0.0), 1.44, 0.07, 14, (1, 0.93, 0.82))
    area((2.0, 2.4, 2.5), (0, -1, 0), 0.4, 0.1, 1.2, (0.5, 1, 0.7))
