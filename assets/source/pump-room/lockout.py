"""Lock board, group lockbox, padlocks, key and sheet. A padlock's origin is the top of its shackle's inside: it hangs from there."""
import math
from shapes import Node
from pumpset import ALONG_X, ALONG_Z

WALL = -2.6
BOARD = (-2.37, 1.48)  # x, y of its middle; the picture on it has the same numbers
ROW, PEGS = 1.68, 1.38  # heights of the upper hooks and of the row of personal locks
HOOKS = {'job-lock-1': -2.67, 'job-lock-2': -2.47, 'job-key': -2.27, 'box-lock': -2.07}
FIRST_PEG, PEG_STEP, PEG_COUNT = -2.7025, 0.095, 8
HANG_Z = WALL + 0.05
BOX, HOLE_STEP = (-1.45, 1.18, -2.46), 0.055
FIRST_HOLE = (BOX[0] - 2.5 * HOLE_STEP, 1.298, -2.348)
QUARTER = math.pi / 2
SHACKLE = {'poses': {'held': {'move': [0, 0.014, 0], 'turn': [0, 0.9, 0]}, 'home': {}, 'socket': {}, 'rest': {}}, 'glideS': 0.08}
SNAP = {'sounds': {'socket': 'lock-shut', 'held': 'lock-open'}}


def build(s: Node):
    board(s); shelf(s)
    out = []
    for i in (1, 2): out += padlock(f'job-lock-{i}', (HOOKS[f'job-lock-{i}'], ROW, HANG_Z), 'lock-blue', 'tag-job')
    out += padlock('box-lock', (HOOKS['box-lock'], ROW, HANG_Z), 'lock-black', 'tag-lead')
    out += padlock('personal-lock', (FIRST_PEG, PEGS, HANG_Z), 'lock-white', 'tag-personal')
    return [*out, *key(), *box(), *sheet()]


def board(s):
    g = lambda p: ('gloss', p); x, y = BOARD
    s.box((0.9, 0.84, 0.014), (x, y, WALL + 0.008), g('lock-yellow'), 0.006); s.quad((0.88, 0.82), (x, y, WALL + 0.0156), 'board')
    for at in HOOKS.values(): hook(s, at, ROW)
    for i in range(PEG_COUNT): hook(s, FIRST_PEG + i * PEG_STEP, PEGS)


def hook(s, x, y):
    s.cyl(0.009, 0.006, (x, y + 0.004, WALL + 0.018), ('gloss', 'steel'), 14, ALONG_Z)
    s.tube([(x, y + 0.002, WALL + 0.018), (x, y - 0.001, HANG_Z - 0.012), (x, y - 0.002, HANG_Z + 0.008), (x, y + 0.008, HANG_Z + 0.016)], 0.0026, ('gloss', 'steel'), 8, 4)


def padlock(name, at, paint, tag):
    body = Node(name, at, extras=SNAP | ({'tint': True} if name == 'personal-lock' else {}))
    body.box((0.054, 0.062, 0.026), (0, -0.081, 0), paint, 0.006, segments=2); body.box((0.047, 0.026, 0.028), (0, -0.092, 0), paint, 0.003)
    body.cyl(0.009, 0.004, (0, -0.111, 0), 'black', 14)
    arch = Node(f'{name}-shackle', (0.0165, -0.05, 0), name, extras=SHACKLE)
    arch.tube([(0, -0.006, 0), (0, 0.027, 0), (-0.0045, 0.043, 0), (-0.0165, 0.0505, 0), (-0.0285, 0.043, 0), (-0.033, 0.027, 0), (-0.033, -0.006, 0)], 0.004, 'steel', 12, 4)
    label = Node(f'{name}-tag', (0.006, -0.064, 0.0155), name, extras={'label': [0, -0.1315, 0.0056, 0.052, 0.031]} if name == 'personal-lock' else {})
    label.tube([(-0.004, 0.034, -0.003), (0.0, 0.012, 0.003), (0.0, -0.052, 0.003)], 0.0014, 'cable-grey', 6, 4)
    label.box((0.056, 0.1, 0.0014), (0, -0.1, 0.004), 'paper', 0.0004); label.quad((0.054, 0.098), (0, -0.1, 0.0049), tag); label.quad((0.054, 0.098), (0, -0.1, 0.0031), tag, (0, math.pi, 0))
    return body, arch, label


def key():
    """Origin where it hangs; the blade points down, so that it also stands in a lock from below."""
    n = Node('job-key', (HOOKS['job-key'], ROW, HANG_Z), extras={'sounds': {'socket': 'key', 'held': 'key'}})
    n.ring(0.015, 0.0016, (0, -0.013, 0), 'steel', ALONG_Z, 18, 6)
    n.cyl(0.018, 0.0036, (0, -0.04, 0), 'brass', 20, ALONG_Z); n.box((0.009, 0.046, 0.0034), (0, -0.076, 0), 'brass', 0.0008)
    for i, w in enumerate((0.005, 0.007, 0.004, 0.006)): n.box((w, 0.006, 0.003), (0.0045 + w / 2, -0.068 - i * 0.008, 0), 'brass', 0)
    n.box((0.036, 0.054, 0.002), (0.022, -0.05, 0.007), 'lock-blue', 0.0005, (0, 0, 0.4)); n.box((0.026, 0.006, 0.0006), (0.022, -0.046, 0.0082), 'band-white', 0, (0, 0, 0.4))
    return (n,)


def shelf(s):
    g = lambda p: ('gloss', p); x, y, z = BOX
    s.box((0.5, 0.02, 0.22), (x, y - 0.11, z - 0.03), g('frame'), 0.004)
    for dx in (-0.2, 0.2): s.box((0.016, 0.14, 0.016), (x + dx, y - 0.19, WALL + 0.014), g('frame'), 0.002); s.box((0.014, 0.014, 0.2), (x + dx, y - 0.17, z - 0.03), g('frame'), 0.002, (0.55, 0, 0))
    s.box((0.25, 0.34, 0.01), (x, 1.72, WALL + 0.006), 'oak', 0.004)


def box():
    """Pivot = the first of six holes in the lip, where locks hang side by side."""
    x, y, z = BOX; px, py, pz = FIRST_HOLE
    w, h, d, t = 0.36, 0.2, 0.16, 0.006
    at = lambda dx, dy, dz: (x - px + dx, y - py + dy, z - pz + dz)
    n = Node('box', FIRST_HOLE, extras={'sounds': {'open': 'lid', 'shut': 'lid'}})
    n.box((w, t, d), at(0, -h / 2 + t / 2, 0), 'fire-red', 0.002)
    for dz in (-1, 1): n.box((w, h, t), at(0, 0, dz * (d - t) / 2), 'fire-red', 0.002)
    for dx in (-1, 1): n.box((t, h, d - 2 * t), at(dx * (w - t) / 2, 0, 0), 'fire-red', 0.002)
    n.box((w, t, 0.05), at(0, h / 2 - 0.006, d / 2 + 0.02), 'fire-red', 0.002)
    n.quad((0.3, 0.1125), at(0, -0.028, d / 2 + 0.0006), 'box-label')
    lid = Node('box-lid', at(0, h / 2 + 0.003, -d / 2), 'box', extras={'poses': {'shut': {}, 'open': {'turn': [-1.75, 0, 0]}}, 'glideS': 0.2})
    lid.box((w + 0.006, t, d + 0.05), (0, 0.003, d / 2 + 0.022), 'fire-red', 0.002); lid.box((w + 0.006, 0.016, t), (0, -0.004, -0.002), 'fire-red', 0.002)
    for i in range(6): lid.ring(0.0105, 0.002, (px + HOLE_STEP * i - x, 0.006, d + 0.028), 'black', (0, 0, 0), 14, 6)
    lid.quad((0.2, 0.04), (0, 0.0065, 0.07), 'box-lid', (-QUARTER, 0, 0)); lid.cyl(0.007, w, (0, 0, -0.002), 'steel', 12, ALONG_X)
    return n, lid


def sheet():
    n = Node('sheet', (BOX[0], 1.7, WALL + 0.016), extras={'sounds': {'press': 'pen'}})
    n.quad((0.21, 0.295), (0, 0, 0), 'sheet'); n.box((0.09, 0.022, 0.012), (0, 0.155, 0.004), 'steel', 0.003)
    n.tube([(0.118, 0.13, 0.002), (0.13, 0.02, 0.012), (0.128, -0.05, 0.01)], 0.0012, 'cable-grey', 6, 4); n.cyl(0.004, 0.12, (0.128, -0.1, 0.01), 'lock-blue', 10, (0, 0, 0.05))
    return (n,)
