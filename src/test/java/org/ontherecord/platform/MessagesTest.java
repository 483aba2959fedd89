package org.ontherecord.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sentence of the public pages exists in every language we say we have. */
class MessagesTest {
    private static final List<Class<?>> BUNDLES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.ontherecord").stream()
                    .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z.]*)}");

    @TestFactory
    Stream<DynamicTest> frenchHasEverySentenceAndNoOther() {
        return bundles()
                .map(bundle -> DynamicTest.dynamicTest(
                        bundle.getSimpleName(),
                        () -> assertThat(new TreeSet<>(
                                        Messages.file(bundle, Language.FRENCH).stringPropertyNames()))
                                .isEqualTo(Stream.of(bundle.getMethods())
                                        .map(method -> method.getName())
                                        .collect(Collectors.toCollection(TreeSet::new)))));
    }

    @TestFactory
    Stream<DynamicTest> frenchFillsInWhatEnglishDoes() {
        return bundles()
                .map(bundle -> DynamicTest.dynamicTest(bundle.getSimpleName(), () -> {
                    var french = Messages.file(bundle, Language.FRENCH);
                    for (var method : bundle.getMethods()) {
                        assertThat(filledIn(french.getProperty(method.getName(), "")))
                                .as(method.getName())
                                .isEqualTo(filledIn(
                                        method.getAnnotation(Message.class).value()));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> frenchIsSetLikeFrench() {
        return bundles()
                .map(bundle -> DynamicTest.dynamicTest(
                        bundle.getSimpleName(),
                        () -> assertThat(Messages.file(bundle, Language.FRENCH).values())
                                .allSatisfy(words -> assertThat((String) words)
                                        .as("typographic apostrophes, and narrow spaces inside marks")
                                        .doesNotContainPattern("\\p{L}'\\p{L}| [;:!?»](\\s|$)|« "))));
    }

    @TestFactory
    Stream<DynamicTest> everyFileOfMessagesBelongsToABundle() throws Exception {
        Set<String> names = bundles()
                .map(bundle -> bundle.getAnnotation(MessageBundle.class).value())
                .collect(Collectors.toSet());
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file, () -> assertThat(names).contains(file.replaceFirst("_[a-z]+\\.properties$", ""))));
        }
    }

    /** These files are not read as Java reads its own: an escape would be printed as it stands. */
    @Test
    void noFileOfMessagesHasEscapes() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("\\u");
            }
        }
    }

    static Stream<Class<?>> bundles() {
        return BUNDLES.stream();
    }

    private static Set<String> filledIn(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
