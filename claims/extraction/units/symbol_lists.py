"""Which symbols of units are read as they stand only, which in any case, and which never."""

from __future__ import annotations

# Symbols that prose uses for something else: clock times, postcodes, money, articles, firms and states.
NOT_SYMBOLS = frozenset(
    """pm am dB' mt cd PM AM Mt pt Pt as As a A's Gm dm hm cA pA mm' hl Pb pb Tm pg Pm PA Cal
    TV GM MA GA TA TM MM PL PN TN PV GN MN""".split()
)

# Symbols that the press writes in any case ("60 MPH", "5 Kg"). No others are read so: in
# capitals most are something else ("12 US troops", "3 EV makers", "8 HR staff").
ANY_CASE = frozenset(
    """km kg cm mg ml kw mw gw kwh mwh gwh twh hz khz mhz ghz kb gb tb mb mph kph kmh rpm db oz lb lbs ft
    yd yds hrs mins sec secs ppm ppb cc btu mpg hp psi kpa hpa mpa kts atm bbl bbls kcal kj dl cl kv mah
    nmi yrs""".split()
)
