"""A small authority file for the tests of matching, made of invented and of plain names."""

from storage.domain.authority import Authority, Entity, EntityKind, Name, NameKind, OrganisationForm, Role
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Mention
from storage.text.name_matching import NameMatcher

DOCUMENT = DocumentId(1)


def names(*texts: str, language: str = "en", kind: NameKind = NameKind.OFFICIAL, needs_context: bool = False):
    return tuple(Name(text, language, kind, needs_context=needs_context) for text in texts)


def country(code: str, name: str, *demonyms: str, more: tuple[Name, ...] = ()) -> Entity:
    called = (*names(name), *names(*demonyms, kind=NameKind.DEMONYM), *more)
    return Entity(EntityId(f"country:{code}"), EntityKind.COUNTRY, name, called)


def organisation(slug: str, kind: EntityKind, country: str, called: tuple[Name, ...], **more) -> Entity:
    home = EntityId(f"country:{country}") if country else None
    return Entity(EntityId(f"organisation:{slug}"), kind, called[0].text, called, home, **more)


def party(slug: str, country: str, *called: str, short: str = "", more: tuple[Name, ...] = (), **facts) -> Entity:
    abbreviation = names(short, language="", kind=NameKind.ABBREVIATION) if short else ()
    return organisation(slug, EntityKind.PARTY, country, (*names(*called), *abbreviation, *more), **facts)


def body(slug: str, country: str, *called: str, short: str = "", more: tuple[Name, ...] = (), **facts) -> Entity:
    abbreviation = names(short, language="", kind=NameKind.ABBREVIATION) if short else ()
    return organisation(slug, EntityKind.BODY, country, (*names(*called), *abbreviation, *more), **facts)


def person(slug: str, country: str, *called: str, more: tuple[Name, ...] = (), roles: tuple[Role, ...] = ()) -> Entity:
    home = EntityId(f"country:{country}") if country else None
    all_names = (*names(*called), *more)
    return Entity(EntityId(f"person:{slug}"), EntityKind.PERSON, called[0], all_names, home, roles=roles)


def broad(*texts: str, kind: NameKind = NameKind.VARIANT) -> tuple[Name, ...]:
    return names(*texts, kind=kind, needs_context=True)


COUNTRIES = (
    country(
        "CN",
        "China",
        "Chinese",
        "Sino",
        more=(
            *names("New China", "People's Republic of China"),
            *names("中国", language="zh"),
            *names("Китай", language="ru"),
            *names("китайский", language="ru", kind=NameKind.DEMONYM),
            *names("Chine", language="fr"),
            *names("chinois", language="fr", kind=NameKind.DEMONYM),
        ),
    ),
    country("DE", "Germany", "German"),
    country("FR", "France", "French"),
    country("ES", "Spain", "Spanish"),
    country("PT", "Portugal", "Portuguese"),
    country("GB", "United Kingdom", "British", more=names("Britain")),
    country("NZ", "New Zealand"),
    country("AU", "Australia", "Australian"),
    country("CU", "Cuba", "Cuban"),
    country("IN", "India", "Indian", more=names("印度", language="zh")),
    country("ID", "Indonesia", "Indonesian", more=names("印度尼西亚", language="zh")),
    country("PK", "Pakistan", "Pakistani"),
    country("LK", "Sri Lanka", "Sri Lankan", more=(Name("Ceylon", "en", NameKind.FORMER, None, 1972),)),
    country("PH", "Philippines", "Philippine"),
    country("CO", "Colombia", "Colombian", more=broad("Columbia")),
    country("LA", "Laos", "Lao", "Laotian"),
    country("KP", "North Korea", more=broad("Korea", "Korean")),
    country(
        "KR", "South Korea", more=(*broad("Korea", "Korean"), *names("ROK", language="", kind=NameKind.ABBREVIATION))
    ),
    country("RU", "Russia", "Russian"),
    country("SU", "Soviet Union", "Soviet", more=names("Советский Союз", language="ru")),
    country("TJ", "Tajikistan", more=names("Tadzhikistan")),
    country(
        "US",
        "United States",
        "American",
        more=(*names("America", "the United States"), *names("US", language="", kind=NameKind.ABBREVIATION)),
    ),
)
PARTIES = (
    party(
        "cpc",
        "CN",
        "Communist Party of China",
        "Chinese Communist Party",
        short="CPC",
        more=(*names("中国共产党", language="zh"), *names("Коммунистическая партия Китая", language="ru")),
    ),
    party("wpk", "KP", "Workers' Party of Korea", short="WPK"),
    party("lprp", "LA", "Lao People's Revolutionary Party"),
    party("pcc", "CU", "Communist Party of Cuba", short="PCC"),
    party("cpsu", "SU", "Communist Party of the Soviet Union", short="CPSU"),
    party("pcf", "FR", "French Communist Party", "Parti communiste français", short="PCF"),
    party("ps-fr", "FR", "Socialist Party (France)", short="PS"),
    party("pce", "ES", "Communist Party of Spain"),
    party("pcp", "PT", "Portuguese Communist Party"),
    party("spd", "DE", "Social Democratic Party of Germany", short="SPD", more=names("German Socialist Party")),
    party(
        "cdu",
        "DE",
        "Christian Democratic Union of Germany",
        "Christian Democratic Union",
        short="CDU",
        more=broad("Christian Democratic Union's conference"),
    ),
    party("lab-gb", "GB", "Labour Party (UK)", more=broad("Labour")),
    party("lab-nz", "NZ", "New Zealand Labour Party"),
    party("alp", "AU", "Australian Labor Party"),
    party("ji", "PK", "Jamaat-e-Islami Pakistan", more=names("Jamat-e-Islami", kind=NameKind.VARIANT)),
    party("pdpt", "TJ", "People's Democratic Party of Tajikistan"),
    party("pvr", "RU", "Party of Russia's Rebirth"),
    party("river", "GB", "The River"),
    party("young", "DE", "Neue Kraft", first_year=2001),
)
BODIES = (
    body("cc", "CN", "CPC Central Committee", part_of=EntityId("organisation:cpc")),
    body(
        "pb",
        "CN",
        "Political Bureau of the CPC Central Committee",
        part_of=EntityId("organisation:cc"),
        more=broad("Political Bureau"),
    ),
    body(
        "psc",
        "CN",
        "Politburo Standing Committee",
        part_of=EntityId("organisation:pb"),
        more=broad("Standing Committee"),
    ),
    body(
        "idcpc",
        "CN",
        "International Department of the CPC Central Committee",
        part_of=EntityId("organisation:cc"),
        more=broad("International Department"),
    ),
    body("si", "", "Socialist International", "Socialist Party International", short="SI"),
    body("siclac", "", "Committee of the Socialist International", part_of=EntityId("organisation:si")),
    body("copppal", "", "Permanent Conference of Latin American, the Caribbean Political Parties"),
    body("odca", "", "Christian Democrat Organization of America"),
    body("cdi", "", "Centrist Democrat International", more=broad("Christian Democratic Union's conference")),
    body("icapp", "", "International Conference of Asian Political Parties", form=OrganisationForm.PARTY_CONFERENCE),
    body("wto", "", "World Trade Organization", short="WTO"),
    body("cto-old", "", "Copper Treaty Organization", more=broad("CTO", kind=NameKind.ABBREVIATION), last_year=1991),
    body("cto", "", "Cocoa Trade Organization", more=broad("CTO", kind=NameKind.ABBREVIATION), first_year=1992),
    party("home", "CU", "Our Home – Cuba"),
    party("ju", "PK", "Jamiat Ulema"),
    party("ju-f", "PK", "Jamiat Ulema (F)"),
)
PERSONS = (
    person("deng", "CN", "Deng Xiaoping", more=names("邓小平", language="zh")),
    person("xi", "CN", "Xi Jinping", more=broad("Xi")),
    person("mao", "CN", "Mao Zedong", roles=(Role("Chairman of the Central Committee", EntityId("organisation:cpc")),)),
    person(
        "brandt",
        "DE",
        "Willy Brandt",
        more=broad("Brandt"),
        roles=(Role("President", EntityId("organisation:si")),),
    ),
    person("lenin", "SU", "Vladimir Lenin", more=names("Ленин", language="ru")),
    person("awan", "PK", "Prof. Zamir Awan"),
)
REGION = Entity(EntityId("region:latam"), EntityKind.REGION, "Latin America", names("Latin America", "Latin American"))
PENINSULA = Entity(EntityId("region:peninsula"), EntityKind.REGION, "Korean Peninsula", names("Korean Peninsular"))
AUTHORITY = Authority(
    "1", (*COUNTRIES, *PARTIES, *BODIES, *PERSONS, REGION, PENINSULA), (), not_names=("New Mexico", "Indian Ocean")
)
MATCHER = NameMatcher(AUTHORITY)


def mentions(text: str, blocks=(), language: str = "en", year: int | None = None) -> tuple[Mention, ...]:
    return MATCHER.mentions(text, blocks, DOCUMENT, language, year)


def found(text: str, **more) -> list[tuple[str, str]]:
    """Give the words and entities of all mentions, "?" while ambiguous, without the kind's word before the slug."""
    return [
        (text[mention.start : mention.end], (mention.entity or "?").partition(":")[2] or "?")
        for mention in mentions(text, **more)
    ]
