package org.ontherecord.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Draft;
import org.ontherecord.extraction.reading.Words;

/** How much a stretch of words is worth checking, and why, in the words the desk shows. It ranks; it never judges. */
record Worth(int score, List<String> reasons) {

    private static final Pattern QUANTITY = ci(
            "(?:[$€£¥]\\s?\\d|\\d[\\d.,  ]{0,14}\\s?(?:%|percent|per cent|Prozent|pour cent|por ciento|million|billion|trillion|thousand|bn|m\\b|Millionen|Milliarden|millions|milliards|millones|euros?|dollars?|pounds?|tonnes?|tons?|miles?|km|kilomet|hectares?|people|jobs|homes|houses|hospitals?|schools?|nurses|teachers|officers|troops|soldiers|deaths|cases|votes|seats|families|workers|trees|trains|buses)"
                    + "|\\d{1,3}(?:[,.  ]\\d{3})+(?!\\d)|\\b(?:hundreds?|thousands?|millions?|billions?) of\\b|\\b(?:one|two|three|four|five|six|seven|eight|nine) (?:out of|in) (?:\\d|two|three|four|five|six|seven|eight|nine|ten|every)|\\b\\d{1,3} (?:out of|in) (?:every )?\\d|\\ba (?:half|third|quarter|fifth|tenth) of\\b|\\bhalf (?:of|the)\\b|\\b(?:fell|fallen|rose|risen|dropped|increased|decreased|grew|grown|cut|down|up) (?:by|to|from) \\d|\\b(?:doubled|tripled|halved|quadrupled|twice as|three times)\\b|(?<!last |first |next )\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\\d{1,4}) (?!years|months|weeks|days|hours|minutes|things|January|February|March|April|May|June|July|August|September|October|November|December|a\\.m|p\\.m|am\\b|pm\\b)\\p{Ll}{3,20}s\\b)");
    private static final Pattern COMPARISON = ci(
            "\\b(?:highest|lowest|most|(?<!at )least|largest|biggest|smallest|longest|fastest|worst|best|record|more than|less than|fewer than|higher than|lower than|worse than|better than|for the first time|first time|never before|since records began|risen|rose|rising|fell|fallen|falling|dropped|declined|grown|grew|increased|decreased|cut|shrunk|shrank|lost|gained|than any)\\b");
    private static final Pattern DEED = ci(
            "\\b(?:voted|vetoed|signed|spent|paid|built|banned|closed|opened|abolished|created|introduced|approved|rejected|refused|supported|opposed|interfered|accused|arrested|killed|invaded|withdrew|withdrawn|sent|received|took|raised|lowered|sold|bought|hired|fired|sacked|resigned|appointed|published|cancelled|canceled|stopped|ended|started|met|spoken|spoke with|talked to|hat .{0,60}gestimmt|a voté|votó)\\b");
    private static final Pattern OPINION = ci(
            "\\b(?:I think|I believe|I feel|we think|we believe|in my (?:opinion|view)|in our view|should|ought to|must|deserves?|beautiful|terrible|horrible|wonderful|fantastic|incredible|great|disgrace(?:ful)?|disaster|courageous(?:ly)?|brave|bravery|shameful|shame|proud|pathetic|tremendous|excellent|unfair|wrong|right thing|nice|clever|ugly|stupid|smart|weak|strong leader|important|appears?|appeared|seems?|seemed|arguably|disingenuous|who they are|correct manner|reveals? himself|ich glaube|meiner Meinung|je pense|je crois|creo que)\\b");
    private static final Pattern FORECAST = ci(
            "\\b(?:will|would|won['’]t|wouldn['’]t|going to|likely|unlikely|may|might|could|expects?|expected to|predicts?|predicted|(?<!than )forecasts?|anticipated?|set to|poised to|potential(?:ly)?|perhaps|probably|possibly|I hope|hopes?|wird|werden|sera|será)\\b|['’]ll\\b");
    private static final Pattern PERSONAL = ci(
            "\\b(?:my (?:wife|husband|mother|father|mum|mom|dad|son|daughter|family|life|heart|friend|friends|childhood|career)|I (?:love|loved|like|liked|feel|felt|miss|missed|remember|cried|enjoyed?|was born|grew up)|thank you|good (?:morning|evening|luck)|congratulat\\p{L}{1,8})\\b");
    private static final Pattern VAGUE = ci(
            "\\b(?:things|stuff|some people|many people|a lot|lots of|somehow|something|various|etc|kind of|sort of|everybody knows|people say|you know)\\b");

    private static final int SHORT_WORDS = 6;

    private static final double EVEN = 40;
    private static final double STEP = 18;
    private static final double UNATTRIBUTED = 12;
    private static final double OF_RANKER = 0.6;
    private static final double CLEAR = 1;

    /** By the rules alone. */
    static Worth of(Draft draft) {
        boolean named = draft.attributed() && draft.speaker() != null;
        String deadline = draft.deadline() == null ? null : draft.deadline().words();
        return of(draft.plain(), draft.isPromise(), deadline, draft.direct(), named, draft.transcript());
    }

    /** The deadline is null where there is none; the figures in it are not what is claimed. */
    private static Worth of(
            String words, boolean promise, String deadline, boolean direct, boolean named, boolean label) {
        List<String> reasons = new ArrayList<>();
        int score = 22;
        boolean quantity = QUANTITY.matcher(deadline == null ? words : words.replace(deadline, ""))
                .find();
        if (promise) {
            score += 32;
            reasons.add("Promise");
        }
        if (deadline != null && (promise || FORECAST.matcher(words).find())) {
            score += promise ? 18 : 6;
            reasons.add("Names a deadline");
        }
        if (quantity) {
            score += 22;
            reasons.add("Gives a number");
        }
        if (COMPARISON.matcher(words).find()) {
            score += 9;
            reasons.add("Compares");
        }
        if (!promise && DEED.matcher(words).find()) {
            score += 8;
            reasons.add("Says what was done");
        }
        if (direct && !label) {
            score += 5;
            reasons.add("Direct quote");
        }
        if (named) {
            score += 7;
            reasons.add("Says who said it");
        }
        if (deadline != null && (promise || quantity)) {
            reasons.add("Can be tested");
        }
        return scoredDown(words, promise, quantity, score, reasons);
    }

    private static Worth scoredDown(String words, boolean promise, boolean quantity, int start, List<String> reasons) {
        int score = start;
        if (OPINION.matcher(words).find()) {
            score -= promise ? 8 : quantity ? 12 : 24;
            reasons.add("Opinion");
        }
        if (!promise && FORECAST.matcher(words).find()) {
            score -= 13;
            reasons.add("Forecast");
        }
        if (PERSONAL.matcher(words).find()) {
            score -= 20;
            reasons.add("Personal");
        }
        if (VAGUE.matcher(words).find()) {
            score -= 8;
            reasons.add("Vague");
        }
        if (Words.count(words) < SHORT_WORDS) {
            score -= 14;
        }
        return new Worth(Math.max(1, Math.min(99, score)), List.copyOf(reasons));
    }

    /**
     * Weighed with the ranker's log odds. The ranker was trained on what is said in debates; that a promise binds and that a
     * named person answers for their words are the desk's rules (figures in docs/measured.md).
     */
    Worth weighed(double logOdds, Draft draft) {
        List<String> all = new ArrayList<>();
        if (logOdds > CLEAR) {
            all.add("Reads like checked claims");
        }
        all.addAll(reasons);
        if (logOdds < -CLEAR) {
            all.add("Reads like small talk");
        }
        double rules = (score - EVEN - (draft.attributed() ? 0 : UNATTRIBUTED)) / STEP;
        double sum = rules + OF_RANKER * logOdds;
        long percent = Math.round(100 / (1 + Math.exp(-sum)));
        return new Worth((int) Math.max(1, Math.min(99, percent)), List.copyOf(all));
    }

    private static Pattern ci(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
