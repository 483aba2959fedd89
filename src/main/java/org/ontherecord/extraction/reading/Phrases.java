package org.ontherecord.extraction.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** The small words by which a language says that somebody said or promised something. */
record Phrases(Pattern reporting, Pattern promising, Pattern ownFuture, Pattern deadline) {

    private static final String NUMBER =
            "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a hundred|one hundred|\\d{1,4})";
    private static final String UNIT = "(?:hour|day|week|month|year|decade)s?";
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String SPAN_OF_TIME =
            "(?:year|month|week|decade|term|parliament|session|summer|winter|spring|autumn|fall|election|century|quarter|budget)";

    private static final Phrases ENGLISH = new Phrases(
            Lexicon.of("en").any("say", "saying", "find", "citing*"),
            words(
                    "(?:(?:promise|pledge|vow|commitment|guarantee)s?(?: made (?:by \\S{1,30} )?(?:in|on|during|at) [^,.;]{1,40}?)?(?: to| that| of)"
                            + "|(?:promised|promising|promises|pledged|pledging|vowed|vowing|guaranteed|swore|undertook)(?:(?-i: \\p{Lu}\\p{L}{1,20})| voters| supporters| people| parliament| workers| them| us)?(?: to| that| he| she| they| we| it)"
                            + "|(?:committed|commits|committing)(?: (?:himself|herself|itself|themselves|ourselves|the \\p{L}{2,20}))? to)"),
            words(
                    "(?:I|we)(?:['’]ll| will| shall|(?:['’]m| am|['’]re| are) going to| promise| pledge| vow| guarantee| commit)"
                            + "(?: (?:also|never|always|not|then|now|immediately|finally|personally))?(?: to)? (\\p{Ll}{2,20})"),
            words(
                    "(?:(?:with)?in|inside|over)(?: (?:the|his|her|my|our|their|its))?(?: (?:next|first|coming|opening))?[ -]"
                            + NUMBER + "[ -]" + UNIT
                            + "|(?:in|during) (?:the|his|her|my|our|their) first (?:year|month|week|day|term|hours|days|weeks)"
                            + "|(?:by|before|until|no later than|from)(?: the (?:end|middle|start|beginning) of)?(?: (?:early|mid|late)[ -])?(?: ?"
                            + MONTH + ")?(?: \\d{1,2},?)? ?(?:20|21)\\d\\ds?"
                            + "|(?:by|before|at)(?: the)? (?:end|middle|start|close) of (?:this|next|the|his|her|my|our|their)? ?"
                            + SPAN_OF_TIME
                            + "|(?:by|before) (?:this|next|the next|the) " + SPAN_OF_TIME
                            + "|(?:this|next) " + SPAN_OF_TIME
                            + "|(?:by|before) (?:Christmas|tomorrow|tonight|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
                            + MONTH + ")"
                            + "|(?:on|from|starting on) (?:day one|the first day|my first day|his first day|her first day)|overnight"));
    private static final Phrases GERMAN = new Phrases(
            words(
                    "(?:sagte|sagt|erklärte|erklärt|betonte|betont|versprach|verspricht|behauptete|behauptet|meinte|warnte|kündigte|teilte|laut)"),
            words(
                    "(?:versprach|verspricht|versprochen|Versprechen|Zusage|zugesagt|sagte zu|kündigte an|verpflichtete sich)"),
            words("(?:ich|wir) werden? ([\\p{L}]{2,20})"),
            words(
                    "(?:bis(?: zum)?(?: Ende)?(?: des Jahres)?(?: \\p{Lu}\\p{L}{2,9})? ?20\\d\\d|bis (?:Ende des Jahres|Jahresende)|(?:innerhalb|binnen)(?: von)? \\S{1,12} (?:Stunden|Tagen?|Wochen|Monaten?|Jahren?)|in (?:den nächsten )?\\S{1,12} (?:Stunden|Tagen|Wochen|Monaten|Jahren)|nächstes Jahr)"));
    private static final Phrases FRENCH = new Phrases(
            words(
                    "(?:(?:a |ont )?(?:déclaré|dit|affirmé|assuré|annoncé|expliqué|promis|souligné|ajouté)|déclare|affirme|assure|annonce|explique|promet|selon)"),
            words("(?:(?:a |ont )?promis|promet|promettent|promesse|s['’]est engagée?|s['’]engage)"),
            words("(?:je|nous) (\\p{L}{2,15}(?:rai|rons))"),
            words(
                    "(?:d['’]ici(?: à)?(?: la)?(?: fin)? ?(?:de l['’]année|20\\d\\d|\\S{1,12} (?:jours|mois|ans))|avant (?:la fin de l['’]année|20\\d\\d|fin 20\\d\\d)|en \\S{1,12} (?:heures|jours|mois|ans)|dans les \\S{1,12}(?: prochains?| premiers?)? (?:heures|jours|mois|ans))"));
    private static final Phrases SPANISH = new Phrases(
            words(
                    "(?:dijo|dice|afirmó|afirma|aseguró|asegura|anunció|anuncia|declaró|explicó|señaló|prometió|promete|según)"),
            words("(?:prometió|promete|prometieron|promesa|se comprometió|compromiso)"),
            words("(?:(?:voy|vamos) a (\\p{L}{2,20}))"),
            words(
                    "(?:antes de(?:l)?(?: fin(?:ales)? de)?(?: año| 20\\d\\d)|para(?: finales de)? 20\\d\\d|en \\S{1,12} (?:horas|días|meses|años)|en los próximos \\S{1,12} (?:horas|días|meses|años))"));

    static Phrases of(String language) {
        String primary =
                language == null ? "en" : language.toLowerCase(Locale.ROOT).split("-")[0];
        return switch (primary) {
            case "de" -> GERMAN;
            case "fr" -> FRENCH;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }

    /** Verbs of saying that lead in no statement. */
    Pattern asking() {
        return Lexicon.of("en").any("asking");
    }

    boolean isEnglish() {
        return this == ENGLISH;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
