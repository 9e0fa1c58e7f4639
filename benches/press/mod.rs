//! Articles out of thin air, half of them French and half English: hard news with tolls, dates, places and voices, among prose that
//! claims nothing. The same seed makes the same bytes.

use crosscheck::model::Article;

use crate::dice::Dice;

/// What fills the slots of the sentences: `{n}` a number, `{p}` a place, `{w}` people, `{d}` a day, `{v}` a voice.
struct Tongue {
    code: &'static str,
    sentences: &'static [&'static str],
    numbers: &'static [&'static str],
    people: &'static [&'static str],
    days: &'static [&'static str],
    voices: &'static [&'static str],
}

const PLACES: &[&str] = &[
    "Alep",
    "Kharkiv",
    "Goma",
    "Port-au-Prince",
    "Khartoum",
    "Douala",
    "Mandalay",
    "Gaza",
    "Tripoli",
    "Kaboul",
    "Marseille",
    "Mopti",
    "Springfield",
    "Taez",
    "Mekele",
    "Culiacán",
    "Quetta",
    "Odessa",
    "Bangui",
    "Lyon",
    "Cap-Haïtien",
    "El Fasher",
    "Bunia",
    "Chicago",
];

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "fr",
        sentences: &[
            "Au moins {n} {w} ont été tués {d} dans une frappe aérienne près de {p}, selon {v}.",
            "Le bilan s'est alourdi à {n} morts et {n} blessés, a annoncé {v} {d}.",
            "« Nous n'avons jamais rien vu de tel », a confié une habitante de {p}, qui attendait devant l'hôpital avec ses voisins.",
            "Des {w} ont manifesté {d} dans le centre de {p} pour réclamer la réouverture des écoles et le retour de l'électricité.",
            "{v} a démenti toute implication et a rappelé que la zone était fermée à la circulation depuis plusieurs semaines.",
            "Une explosion a fait {n} morts, dont {n} enfants, sur le marché de {p} {d}.",
            "Le gouvernement doit présenter la semaine prochaine un plan de reconstruction dont le coût n'a pas été précisé.",
            "Les secours poursuivaient leurs recherches dans la vallée, où la rivière est sortie de son lit après trois jours de pluie.",
            "{n} {w} ont été portés disparus après le naufrage d'une barque au large de {p}, d'après {v}.",
            "La route qui mène à {p} reste coupée, et les convois passent par les pistes du nord, plus longues et moins sûres.",
            "L'armée a repris {d} le contrôle d'un quartier de {p} que les rebelles tenaient depuis le début de l'année.",
            "Selon {v}, près de {n} {w} ont fui les combats autour de {p}.",
            "Dans les cafés de la vieille ville, on parle surtout du prix du pain, des coupures d'eau et des fils partis au front.",
            "Plus de {n} {w} ont défilé à {p} {d}, selon les organisateurs ; la police en a compté {n}.",
        ],
        numbers: &["sept", "12", "une vingtaine de", "47", "1 200", "trente et un", "3,5 millions de", "250", "deux", "des dizaines de"],
        people: &["personnes", "civils", "habitants", "soldats", "enfants", "ouvriers", "manifestants", "secouristes"],
        days: &["samedi", "lundi matin", "dans la nuit de jeudi à vendredi", "le 27 février", "hier", "il y a deux semaines"],
        voices: &["l'ONU", "un porte-parole de la police", "le ministère de la Santé", "Médecins sans frontières", "des témoins", "l'AFP"],
    },
    Tongue {
        code: "en",
        sentences: &[
            "At least {n} {w} were killed {d} when a missile hit a market in {p}, according to {v}.",
            "The death toll has risen to {n}, with {n} wounded, {v} said {d}.",
            "\"We had never seen anything like it,\" said a shopkeeper in {p}, who had spent the night on the roof with his neighbours.",
            "Thousands of {w} marched through {p} {d} to demand that schools be reopened and the power be restored.",
            "{v} denied any role and pointed out that the area had been closed to traffic for several weeks.",
            "A blast killed {n} people, including {n} children, outside a mosque in {p} {d}.",
            "The government is to present a plan for rebuilding next week, the cost of which has not been made public.",
            "Rescuers kept searching the valley, where the river burst its banks after three days of heavy rain.",
            "{n} {w} were reported missing after a ferry sank off {p}, {v} said.",
            "The road to {p} remains cut, and convoys take the northern tracks, which are longer and less safe.",
            "The army retook a district of {p} {d} that rebels had held since the beginning of the year.",
            "Nearly {n} {w} have fled the fighting around {p}, according to {v}.",
            "In the cafes of the old town the talk is of the price of bread, of water cuts and of sons who have gone to the front.",
            "A 24-year-old man was shot dead on the 1200 block of Main Street in {p} {d}, police said.",
        ],
        numbers: &["seven", "12", "about 20", "47", "1,200", "thirty-one", "3.5 million", "250", "two", "dozens of"],
        people: &["people", "civilians", "villagers", "soldiers", "children", "workers", "protesters", "rescuers"],
        days: &["on Saturday", "early on Monday", "overnight", "on 27 February", "yesterday", "two weeks ago"],
        voices: &["the UN", "a police spokesman", "the Ministry of Health", "Doctors Without Borders", "witnesses", "Reuters"],
    },
];

/// Articles of about so many bytes in all, of 10 to 50 sentences each.
pub fn articles(bytes: usize, seed: u64) -> Vec<Article> {
    let mut dice = Dice::new(seed);
    let (mut out, mut made) = (Vec::new(), 0);
    while made < bytes {
        let tongue = &TONGUES[out.len() % TONGUES.len()];
        let sentences: Vec<String> = (0..10 + dice.below(40)).map(|_| sentence(tongue, &mut dice)).collect();
        let text = sentences.chunks(3).map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n");
        made += text.len();
        let article = Article::new(format!("a{}", out.len()), text).expect("an id");
        let article = Article { language: Some(tongue.code.to_owned()), ..article };
        out.push(article.published("2024-03-04".parse().expect("a day")));
    }
    out
}

/// One sentence of about so many bytes, without a full stop.
pub fn endless(bytes: usize, seed: u64) -> Article {
    let mut dice = Dice::new(seed);
    let mut text = String::with_capacity(bytes + 200);
    while text.len() < bytes {
        text.push_str(sentence(&TONGUES[1], &mut dice).trim_end_matches('.'));
        text.push_str(" and ");
    }
    let article = Article::new("endless", text).expect("an id");
    Article { language: Some(TONGUES[1].code.to_owned()), ..article }
}

/// A sentence with its slots filled.
fn sentence(tongue: &Tongue, dice: &mut Dice) -> String {
    let mut pick = |list: &[&'static str]| list[dice.below(list.len() as u64) as usize];
    let mut out = String::new();
    let mut parts = pick(tongue.sentences).split('{');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (slot, rest) = part.split_once('}').expect("a slot is closed");
        out.push_str(pick(match slot {
            "n" => tongue.numbers,
            "p" => PLACES,
            "w" => tongue.people,
            "d" => tongue.days,
            _ => tongue.voices,
        }));
        out.push_str(rest);
    }
    out
}
