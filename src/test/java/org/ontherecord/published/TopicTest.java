package org.ontherecord.published;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicTest {
    @Test
    void aTopicInAnyScriptHasAnAddressOfItsOwn() {
        assertThat(Topic.page("Foreign policy")).isEqualTo("/topics/foreign-policy");
        assertThat(Topic.slug("Здоровье")).isEqualTo("здоровье");
        assertThat(Topic.slug("الصحة")).isNotEqualTo(Topic.slug("التعليم"));
        assertThat(Topic.slug("a/ b")).doesNotContain("/", " ");
        for (String name : new String[] {"Foreign policy", "Здоровье", "Record", "C++ & co."}) {
            assertThat(Topic.slug(Topic.slug(name))).isEqualTo(Topic.slug(name));
        }
    }
}
