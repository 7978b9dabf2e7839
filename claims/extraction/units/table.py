"""The units of measure that news, releases and reports write, as data.

Names are pint's canonical ones in the singular, with spaces for its underscores.
Factors are exact, to the SI unit of the block (kilogram, square meter, cubic meter, ...):
the international pound, yard and gallon by definition (NIST SP 811, appendix B), SI
prefixes by the SI brochure.
Each line: name | factor | spelled names | symbols (case counts).
Regular plurals are made, irregular ones written out.
"""

from __future__ import annotations

# dimension -> lines
UNITS: dict[str, str] = {
    "length": """
        meter | 1 | metre | m
        inch | 0.0254 | | ″
        foot | 0.3048 | feet | ft ′
        yard | 0.9144 | | yd yds
        mile | 1609.344 | | mi
        nautical mile | 1852 | | nmi
        furlong | 201.168 | |
        fathom | 1.8288 | |
        light year | 9460730472580800 | light-year lightyear | ly
        astronomical unit | 149597870700 | | AU au
        angstrom | 0.0000000001 | | Å
    """,
    "mass": """
        gram | 0.001 | gramme | g
        metric ton | 1000 | tonne metric-tonne | t
        ton | 907.18474 | short-ton us-ton |
        long ton | 1016.0469088 | |
        pound | 0.45359237 | lbs | lb
        ounce | 0.028349523125 | | oz
        stone | 6.35029318 | |
        grain | 0.00006479891 | |
        carat | 0.0002 | |
        dram | 0.0017718451953125 | |
    """,
    "area": """
        acre | 4046.8564224 | |
        hectare | 10000 | | ha
    """,
    "volume": """
        liter | 0.001 | litre | L l
        cubic centimeter | 0.000001 | | cc
        gallon | 0.003785411784 | us-gallon | gal
        quart | 0.000946352946 | | qt
        pint | 0.000473176473 | |
        cup | 0.0002365882365 | |
        fluid ounce | 0.0000295735295625 | fl-oz |
        tablespoon | 0.00001478676478125 | | tbsp
        teaspoon | 0.00000492892159375 | | tsp
        barrel | 0.158987294928 | | bbl
        bushel | 0.03523907016688 | |
    """,
    "time": """
        second | 1 | sec secs | s
        minute | 60 | mins | min
        hour | 3600 | hrs | h hr
        day | 86400 | |
        week | 604800 | wks | wk
        fortnight | 1209600 | |
        weekend | 172800 | |
        month | 2629800 | |
        year | 31557600 | yrs | yr
        decade | 315576000 | |
        century | 3155760000 | centuries |
        millennium | 31557600000 | millennia |
        kiloannum | 31557600000 | | ka kyr
        megaannum | 31557600000000 | | Ma Myr
        gigaannum | 31557600000000000 | | Ga
    """,
    "speed": """
        mile per hour | 0.44704 | | mph
        kilometer per hour | 5/18 | | kph km/h kmh
        knot | 463/900 | | kt kts
    """,
    "temperature": """
        degree Celsius | 1 | celsius centigrade degrees-celsius degree-centigrade degrees-centigrade \
degrees-c degree-c deg-c | °C ℃ C degC
        degree Fahrenheit | 5/9 | fahrenheit degrees-fahrenheit degrees-f degree-f deg-f | °F ℉ F degF
        kelvin | 1 | degrees-kelvin | K
    """,
    "angle": """
        degree | 1 | | °
    """,
    "energy": """
        joule | 1 | | J
        calorie | 4.184 | | cal
        watt hour | 3600 | watt-hour | Wh
        electronvolt | 0.0000000000000000001602176634 | electron-volt | eV
        british thermal unit | 1055.05585262 | btu | BTU Btu
    """,
    "power": """
        watt | 1 | | W
        horsepower | 745.69987158227022 | bhp | hp HP
    """,
    "frequency": """
        hertz | 1 | | Hz
        revolution per minute | 1/60 | | rpm
    """,
    "information": """
        byte | 8 | | B
        bit | 1 | |
        pixel | 1 | | px
        megapixel | 1000000 | | MP
    """,
    "pressure": """
        pascal | 1 | | Pa
        bar | 100000 | |
        atmosphere | 101325 | | atm
        psi | 6894.757293168 | pounds-per-square-inch pound-per-square-inch |
        kilopound per square inch | 6894757.293168 | | ksi
    """,
    "force": """
        newton | 1 | | N
        pound foot | 1.3558179483314004 | pound-feet lb-ft | lbft
    """,
    "voltage": """
        volt | 1 | | V
    """,
    "current": """
        ampere | 1 | amp | A
        ampere hour | 3600 | amp-hour | Ah
    """,
    "substance": """
        mole | 1 | | mol mols
        molar | 1 | | M
        dalton | 1 | | Da
    """,
    "radiation": """
        becquerel | 1 | | Bq
        sievert | 1 | | Sv
    """,
    "sound": """
        decibel | 1 | | dB
    """,
    "luminance": """
        lumen | 1 | | lm
        lux | 1 | | lx
    """,
    "resistance": """
        ohm | 1 | | Ω
    """,
    "magnetism": """
        tesla | 1 | |
        farad | 1 | |
    """,
    "consumption": """
        mile per gallon | 1 | | mpg
    """,
    "percent": """
        percent | 1 | per-cent pct pc percentage | %
        permille | 0.1 | per-mille per-mil | ‰
    """,
    "percentage point": """
        percentage point | 1 | pct-point percent-point | pp
        basis point | 1/100 | | bps bp
    """,
    "concentration": """
        part per million | 1 | parts-per-million | ppm
        part per billion | 0.001 | parts-per-billion | ppb
    """,
}

# These take SI prefixes, in name and symbol.
PREFIXED = frozenset(
    """meter gram liter second joule calorie watt hertz byte bit pascal newton volt ampere mole molar
    becquerel sievert ohm farad tesla bar dalton electronvolt""".split()
) | {"metric ton", "watt hour", "ampere hour"}

# prefix -> (symbols, factor as a power of ten)
PREFIXES: dict[str, tuple[str, int]] = {
    "pico": ("p", -12),
    "nano": ("n", -9),
    "micro": ("µ μ u", -6),
    "milli": ("m", -3),
    "centi": ("c", -2),
    "deci": ("d", -1),
    "hecto": ("h", 2),
    "kilo": ("k", 3),
    "mega": ("M", 6),
    "giga": ("G", 9),
    "tera": ("T", 12),
    "peta": ("P", 15),
}

# Offsets to kelvin: kelvin = (value + offset) * factor.
OFFSETS = {"degree Celsius": "273.15", "degree Fahrenheit": "459.67"}
