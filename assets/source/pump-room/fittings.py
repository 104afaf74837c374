"""What is switched, turned and read: isolator, start/stop station, valve, vent, gauge, and the shaft that turns."""
import math
from shapes import Node
from pumpset import ALONG_X, ALONG_Z, AXIS, VALVE, VALVE_EYE, ZC

ISOLATOR, EYE = (-0.55, 1.45, -2.4), (0.075, -0.002, 0.056)  # the handle's axis, and from there the eye for a lock
STATION = (-0.5, 1.1, -0.62)
QUARTER = math.pi / 2
CLICK = {'sounds': {'press': 'switch'}}


def build(s: Node):
    cabinet(s); pedestal(s)
    return [*shaft(), *isolator(), *buttons(), *valve(), *vent(), *gauge()]


def shaft():
    pump = Node('pump', (0.75, AXIS, ZC), extras={'hums': {'running': 'pump'}, 'sounds': {'running': 'motor-start', 'standstill': 'motor-stop', 'turning-back': 'water'}})
    turning = Node('pump-shaft', (0, 0, 0), 'pump', extras={'spins': {'running': [95, 0, 0], 'turning-back': [-3.2, 0, 0]}})
    turning.cyl(0.024, 0.34, (0, 0, 0), 'steel', 20, ALONG_X)
    for side in (-1, 1):
        turning.lathe([(0, -0.05), (0.058, -0.05), (0.062, -0.045), (0.062, -0.012), (0.086, -0.002), (0.088, 0.022), (0, 0.022)], (side * 0.034, 0, 0), 'hub', 36, ALONG_X if side < 0 else (0, 0, QUARTER))
        for k in range(4):
            a = k * QUARTER; turning.cyl(0.01, 0.022, (side * 0.064, 0.074 * math.sin(a), 0.074 * math.cos(a)), 'steel', 6, ALONG_X, 0.001)
        turning.box((0.05, 0.006, 0.014), (side * 0.06, 0.0605, 0), 'band-white', 0.001)
    turning.cyl(0.083, 0.024, (0, 0, 0), 'spider', 36, ALONG_X)
    for k in range(6):
        a = k * math.pi / 3 + 0.2; turning.box((0.03, 0.016, 0.024), (0, 0.081 * math.sin(a), 0.081 * math.cos(a)), 'spider' if k % 2 else 'hub', 0.003, (-a, 0, 0))
    lamp = Node('run-lamp', (STATION[0], STATION[1] + 0.115, STATION[2] + 0.065), kind='lamp', extras={'of': 'pump', 'poses': {'running': {}, 'standstill': {'visible': False}, 'turning-back': {'visible': False}}})
    lamp.lathe([(0.0135, 0), (0.0125, 0.01), (0.007, 0.016), (0, 0.017)], (0, 0, 0), ('lamp', 'lamp-green'), 18, ALONG_Z)
    return pump, turning, lamp


def cabinet(s):
    g = lambda p: ('gloss', p); x, y, z = ISOLATOR
    s.box((0.38, 0.56, 0.19), (x, y, -2.5), g('cabinet'), 0.012, segments=2); s.box((0.35, 0.53, 0.012), (x, y, -2.402), g('cabinet'), 0.006)
    s.box((0.02, 0.09, 0.014), (x + 0.15, y - 0.12, -2.394), 'black', 0.004); s.box((0.02, 0.09, 0.014), (x + 0.15, y + 0.14, -2.394), 'black', 0.004)
    s.quad((0.17, 0.2125), (x, y, -2.3955), 'isolator-plate'); s.quad((0.2, 0.1), (x, y + 0.2, -2.3955), 'isolator-name'); s.quad((0.075, 0.075), (x - 0.12, y - 0.2, -2.3955), 'sign-danger')
    s.cyl(0.026, 0.05, (x, y - 0.3, -2.52), g('galvanised'), 14); s.tube([(x + 0.1, y + 0.28, -2.52), (x + 0.1, 2.62, -2.44)], 0.02, g('galvanised'), 12, 1)


def isolator():
    """Rotary handle with the hole for a lock at its end: up is ON, across is OFF, where the hole comes before the eye. Pivot = the eye."""
    ex, ey, ez = EYE
    n = Node('isolator', tuple(c + e for c, e in zip(ISOLATOR, EYE)), extras={'sounds': {'on': 'breaker', 'off': 'breaker'}})
    n.cyl(0.045, 0.012, (-ex, -ey, 0.01 - ez), 'charcoal', 28, ALONG_Z)
    n.box((0.012, 0.034, 0.05), (0, 0.004, -0.028), 'steel', 0.003); n.ring(0.012, 0.0035, (0, 0, 0), 'steel', (0, 0, QUARTER), 16, 8)
    h = Node('isolator-handle', (-ex, -ey, 0.016 - ez), 'isolator', extras={'poses': {'on': {}, 'off': {'turn': [0, 0, -QUARTER]}}, 'glideS': 0.12})
    h.cyl(0.034, 0.018, (0, 0, 0.009), 'fire-red', 28, ALONG_Z); h.box((0.03, 0.135, 0.03), (0, 0.028, 0.024), 'fire-red', 0.009, segments=2)
    h.box((0.004, 0.05, 0.002), (0, 0.06, 0.0398), 'band-white', 0)
    return n, h


def pedestal(s):
    g = lambda p: ('gloss', p); x, y, z = STATION
    s.cyl(0.028, 0.94, (x, 0.47, z - 0.03), g('frame'), 18); s.box((0.2, 0.012, 0.2), (x, 0.007, z - 0.03), g('frame'), 0.003)
    s.box((0.13, 0.34, 0.1), (x, y, z), g('cabinet'), 0.012, segments=2); s.quad((0.112, 0.3), (x, y, z + 0.0515), 'station')
    s.cyl(0.017, 0.014, (x, y + 0.115, z + 0.057), g('steel'), 20, ALONG_Z)


def buttons():
    x, y, z = STATION
    start = Node('start-button', (x, y + 0.025, z + 0.055), extras=CLICK); stop = Node('stop-button', (x, y - 0.085, z + 0.055), extras=CLICK)
    for n, r, paint in ((start, 0.018, 'button-green'), (stop, 0.03, 'fire-red')):
        n.cyl(0.024 if r < 0.02 else 0.02, 0.008, (0, 0, 0.002), 'steel', 24, ALONG_Z)
        n.lathe([(0, 0.0), (r * 0.9, 0.004), (r, 0.01), (r, 0.018), (r * 0.8, 0.024), (0, 0.026)], (0, 0, 0.002), paint, 24, ALONG_Z)
    start.box((0.003, 0.014, 0.001), (0, 0, 0.0285), 'band-white', 0); stop.ring(0.01, 0.0014, (0, 0, 0.027), 'band-white', ALONG_Z, 16, 6)
    return start, stop


def valve():
    """Pivot = the eye for a lock, so that a lock hangs there."""
    x, y = VALVE; ex, ey, ez = VALVE_EYE
    n = Node('valve', VALVE_EYE, extras={'sounds': {'open': 'handwheel', 'closed': 'handwheel'}})
    wheel = Node('valve-handwheel', (x - ex, y - ey, ZC + 0.42 - ez), 'valve', extras={'poses': {'open': {}, 'closed': {'turn': [0, 0, -5.5 * math.pi], 'move': [0, 0, -0.022]}}, 'glideS': 0.7})
    wheel.ring(0.145, 0.012, (0, 0, 0), 'fire-red', ALONG_Z, 40, 10); wheel.cyl(0.03, 0.034, (0, 0, 0), 'fire-red', 20, ALONG_Z); wheel.cyl(0.012, 0.014, (0, 0, 0.022), 'galvanised', 6, ALONG_Z)
    for k in range(5):
        a = k * 2 * math.pi / 5 + QUARTER; wheel.box((0.022, 0.125, 0.012), (0.082 * math.cos(a), 0.082 * math.sin(a), 0), 'fire-red', 0.005, (0, 0, a - QUARTER))
    return n, wheel


def vent():
    x = VALVE[0]
    n = Node('vent', (x, 1.1, ZC + 0.125), extras={'sounds': {'open': 'vent', 'shut': 'tap'}})
    n.cyl(0.014, 0.06, (0, 0, 0), 'brass', 14, ALONG_Z); n.cyl(0.011, 0.03, (0.008, -0.018, 0.024), 'brass', 12)
    lever = Node('vent-lever', (0, 0.016, 0), 'vent', extras={'poses': {'shut': {}, 'open': {'turn': [0, -QUARTER, 0]}}, 'glideS': 0.15})
    lever.cyl(0.006, 0.016, (0, 0, 0), 'steel', 10); lever.box((0.075, 0.006, 0.014), (0.03, 0.01, 0), 'safety-yellow', 0.003)
    return n, lever


def gauge():
    n = Node('gauge', (VALVE[0] - 0.2, 1.23, ZC + 0.2))
    n.lathe([(0, -0.02), (0.056, -0.02), (0.06, -0.014), (0.06, 0.014), (0.054, 0.018), (0.052, 0.012), (0, 0.012)], (0, 0, 0), 'charcoal', 32, ALONG_Z); n.ring(0.056, 0.004, (0, 0, 0.016), 'chrome', ALONG_Z, 32, 8)
    n.disc(0.053, (0, 0, 0.0128), 'gauge'); n.cyl(0.009, 0.04, (0, -0.075, -0.005), 'brass', 12)
    needle = Node('gauge-needle', (0, 0, 0.0145), 'gauge', extras={'poses': {'working': {'turn': [0, 0, -math.radians(90)]}, 'trapped': {'turn': [0, 0, -math.radians(30)]}, 'zero': {'turn': [0, 0, math.radians(135)]}}, 'glideS': 1.2})
    needle.box((0.004, 0.05, 0.0012), (0, 0.016, 0), 'fire-red', 0); needle.cyl(0.006, 0.002, (0, 0, 0.001), 'black', 14, ALONG_Z)
    return n, needle
