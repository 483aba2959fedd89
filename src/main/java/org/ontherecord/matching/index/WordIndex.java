package org.ontherecord.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

import org.ontherecord.matching.MatchableClaim;

/**
 * The words of all claims in this node's heap, by Lucene: BM25 (k1 1.2, b 0.75) over wording, title and quotes as one text,
 * stemmed as the claim's language wants it. Each word of a query counts once: measured better than counting it as often as it
 * is said (docs/measured.md).
 */
final class WordIndex implements AutoCloseable {
    /** Of longer texts the rarest words are looked for; the others bring little and cost most. */
    private static final int MOST_WORDS = 64;
    /** Words further on are not looked at. */
    private static final int MOST_CHARACTERS = 10_000;

    private static final int BUFFER_MB = 128;
    private static final String CLAIM = "claim";
    private static final String NUMBER = "number";
    private static final Term PUBLISHED = new Term("published", "yes");
    private static final String OTHER = "words";
    private static final Map<String, Analyzer> LANGUAGES = Map.of(
            "words-en", new EnglishAnalyzer(),
            "words-de", new GermanAnalyzer(),
            "words-fr", new FrenchAnalyzer(),
            "words-es", new SpanishAnalyzer());
    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.freeze();
    }

    private final Analyzer analyzer = new PerFieldAnalyzerWrapper(
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var words = new StandardTokenizer();
                    return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
                }
            },
            LANGUAGES);
    private final IndexWriter writer;
    private final SearcherManager searchers;

    WordIndex() {
        try {
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(analyzer)
                            .setSimilarity(new BM25Similarity())
                            .setRAMBufferSizeMB(BUFFER_MB));
            searchers = new SearcherManager(writer, null);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** Seen after {@link #show}. A claim known before is replaced; one that cannot be known is added faster. */
    void put(MatchableClaim claim, boolean mayBeKnown) {
        Document document = new Document();
        String number = String.valueOf(claim.number());
        document.add(new StringField(CLAIM, number, Field.Store.NO));
        document.add(new NumericDocValuesField(NUMBER, claim.number()));
        if (claim.published()) {
            document.add(new StringField(PUBLISHED.field(), PUBLISHED.text(), Field.Store.NO));
        }
        document.add(new Field(field(claim.language()), words(claim), WORDS));
        try {
            if (mayBeKnown) {
                writer.updateDocument(new Term(CLAIM, number), document);
            } else {
                writer.addDocument(document);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    void remove(long claim) {
        try {
            writer.deleteDocuments(new Term(CLAIM, String.valueOf(claim)));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** Lets searches from now on see all changes. */
    void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** A text to find by, on the index as it is now; to be closed. */
    Asked asked(String text) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return new Asked(searcher, text.isBlank() ? List.of() : known(searcher, text));
            } catch (IOException | RuntimeException trouble) {
                searchers.release(searcher);
                throw trouble;
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** A text's words that claims have too. They are looked up once, whatever is asked then. */
    final class Asked implements AutoCloseable {
        private final IndexSearcher searcher;
        private final List<TermQuery> words;

        private Asked(IndexSearcher searcher, List<TermQuery> words) {
            this.searcher = searcher;
            this.words = words;
        }

        /** The best claims with their scores. */
        Map<Long, Double> best(boolean publishedOnly, int k) {
            return scores(publishedOnly ? new TermQuery(PUBLISHED) : null, k);
        }

        /** The scores of these claims; those without a word in common are missing. */
        Map<Long, Double> of(Collection<Long> claims) {
            List<BytesRef> numbers = claims.stream()
                    .map(claim -> new BytesRef(String.valueOf(claim)))
                    .toList();
            return claims.isEmpty() ? Map.of() : scores(new TermInSetQuery(CLAIM, numbers), claims.size());
        }

        private Map<Long, Double> scores(Query only, int k) {
            Map<Long, Double> scores = new HashMap<>();
            if (words.isEmpty()) {
                return scores;
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
            words.forEach(word -> query.add(word, BooleanClause.Occur.SHOULD));
            if (only != null) {
                query.add(only, BooleanClause.Occur.FILTER);
            }
            try {
                ScoreDoc[] hits = searcher.search(query.build(), k).scoreDocs;
                Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
                NumericDocValues numbers = MultiDocValues.getNumericValues(searcher.getIndexReader(), NUMBER);
                for (ScoreDoc hit : hits) {
                    numbers.advanceExact(hit.doc);
                    scores.put(numbers.longValue(), (double) hit.score);
                }
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
            return scores;
        }

        @Override
        public void close() {
            try {
                searchers.release(searcher);
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
        }
    }

    /** The rarest first where there are too many. */
    private List<TermQuery> known(IndexSearcher searcher, String text) throws IOException {
        String bounded = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        Map<Term, TermStates> known = new TreeMap<>();
        for (String field : fields()) {
            for (String word : words(field, bounded)) {
                Term term = new Term(field, word);
                TermStates states = TermStates.build(searcher, term, true);
                if (states.docFreq() > 0) {
                    known.put(term, states);
                }
            }
        }
        return known.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Term, TermStates>>comparingInt(
                                entry -> entry.getValue().docFreq())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(entry -> new TermQuery(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Set<String> words(String field, String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        }
        return words;
    }

    private static List<String> fields() {
        return Stream.concat(LANGUAGES.keySet().stream().sorted(), Stream.of(OTHER))
                .toList();
    }

    private static String field(String language) {
        String field = "words-" + language.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        return LANGUAGES.containsKey(field) ? field : OTHER;
    }

    private static String words(MatchableClaim claim) {
        return String.join(
                "\n", ClaimTexts.of(claim).stream().filter(text -> text != null).toList());
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
