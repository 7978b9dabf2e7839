"""Money: which ISO 4217 currency a sign, a code or a name means."""

from __future__ import annotations

# A sign that one currency owns, or the usual reading of a shared one.
SIGNS: dict[str, str] = {
    "£": "GBP",
    "₤": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₴": "UAH",
    "₿": "XBT",
    "$": "USD",
    "¢": "USD",
}

# "$" as the press of these countries writes it; everywhere else it is the US dollar.
DOLLARS: dict[str, str] = {
    "US": "USD",
    "CA": "CAD",
    "AU": "AUD",
    "NZ": "NZD",
    "SG": "SGD",
    "HK": "HKD",
    "TW": "TWD",
    "JM": "JMD",
    "BB": "BBD",
    "TT": "TTD",
    "FJ": "FJD",
    "GY": "GYD",
    "MX": "MXN",
    "AR": "ARS",
    "CL": "CLP",
    "CO": "COP",
}

# What stands before "$": US$5, C$5.
DOLLAR_PREFIXES: dict[str, str] = {
    "us": "USD",
    "u.s.": "USD",
    "u": "USD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "cad": "CAD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "aud": "AUD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "mx": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "usd": "USD",
    "nzd": "NZD",
    "sgd": "SGD",
    "hkd": "HKD",
    "mex": "MXN",
}

# Codes that the press writes beside figures (a subset of ISO 4217, all current).
CODES = frozenset(
    """USD EUR GBP JPY CNY INR AUD CAD NZD CHF SEK NOK DKK RUB KRW BRL MXN ZAR TRY ILS PLN CZK HUF SGD HKD
    TWD THB MYR IDR PHP VND NGN KES EGP SAR AED KWD QAR PKR BDT LKR UAH ARS CLP COP PEN GEL GHS RON BGN
    ISK MAD JOD KZT""".split()
)
SPELLED_CODES: dict[str, str] = {
    "rmb": "CNY",
    "rs": "INR",
    "rs.": "INR",
    "rm": "MYR",
    "kd": "KWD",
    "rp": "IDR",
    "nis": "ILS",
    "yen": "JPY",
}

# Names in the singular; two-word names say the country.
NAMES: dict[str, str] = {
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "won": "KRW",
    "shekel": "ILS",
    "lira": "TRY",
    "naira": "NGN",
    "baht": "THB",
    "dong": "VND",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "rand": "ZAR",
    "zloty": "PLN",
    "hryvnia": "UAH",
    "forint": "HUF",
    "franc": "CHF",
    "sterling": "GBP",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "united states dollar": "USD",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "new zealand dollar": "NZD",
    "singapore dollar": "SGD",
    "hong kong dollar": "HKD",
    "taiwan dollar": "TWD",
    "swiss franc": "CHF",
    "chinese yuan": "CNY",
    "japanese yen": "JPY",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "russian ruble": "RUB",
    "russian rouble": "RUB",
    "mexican peso": "MXN",
    "philippine peso": "PHP",
    "argentine peso": "ARS",
    "chilean peso": "CLP",
    "colombian peso": "COP",
    "brazilian real": "BRL",
    "pounds sterling": "GBP",
    "quid": "GBP",
    "rmb": "CNY",
    "reais": "BRL",
    "kč": "CZK",
    "zł": "PLN",
    "leu": "RON",
    "lei": "RON",
    "лв": "BGN",
    "руб": "RUB",
    "р": "RUB",
    "元": "CNY",
    "swedish krona": "SEK",
    "norwegian krone": "NOK",
    "danish krone": "DKK",
    "turkish lira": "TRY",
    "saudi riyal": "SAR",
    "israeli shekel": "ILS",
    "egyptian pound": "EGP",
}

# How reports of companies shorten an amount: "MSEK 45", "KUSD 300".
SHORT_SCALES = {"M": 10**6, "K": 10**3}

PESOS = {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP"}

# "kr", which is a crown in these countries alone.
CROWNS = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}

# Hundredths, by the currency they are of: "" is the dollar that the source's country uses.
HUNDREDTHS: dict[str, str] = {
    "cent": "",
    "cents": "",
    "¢": "",
    "pennies": "",
    "penny": "GBP",
    "pence": "GBP",
    "p": "GBP",
    "sen": "MYR",
    "paise": "INR",
    "kopecks": "RUB",
    "kopeks": "RUB",
    "kopiykas": "UAH",
    "kopiyka": "UAH",
}
_MINOR = {"GBP": "penny", "MYR": "sen", "INR": "paisa", "RUB": "kopeck", "UAH": "kopiyka"}


def minor_unit(code: str) -> str:
    """The unit that is a hundredth of a currency: "USD cent", "GBP penny"."""
    return f"{code} {_MINOR.get(code, 'cent')}"


# Nobody uses their hundredths, so that a point before three digits parts thousands: "Rp 169.000".
WITHOUT_HUNDREDTHS = frozenset(("IDR", "VND"))


def dollar_of(country: str) -> str:
    """The ISO 4217 code of a bare "$" or "dollar" printed in a country (ISO 3166, or "")."""
    return DOLLARS.get(country, "USD")
