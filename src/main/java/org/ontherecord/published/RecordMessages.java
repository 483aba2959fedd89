package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What records say of themselves, on every page they stand on. */
@MessageBundle("record")
public interface RecordMessages {
    @Message("Promise")
    String promise();

    @Message("Statement of fact")
    String statement();

    @Message("once")
    String once();

    @Message("twice")
    String twice();

    @Message("{count} times")
    String times(String count);

    @Message("at least {times}")
    String atLeast(String times);

    @Message("only reported")
    String onlyReported();

    @Message("nowhere yet")
    String nowhereYet();

    @Message(
            "{#switch verdict}{#case 'original'}Original{#case 'update'}Update{#case 'correction'}Correction{#case 'clarification'}Clarification{#case 'confirmation'}Confirmation{#case 'withdrawal'}Withdrawal{#else}{verdict}{/switch}")
    String kindOf(String verdict);

    @Message("{#switch evidence}{#case 'supports'}Supports{#case 'contradicts'}Contradicts{#else}Context{/switch}")
    String stance(String evidence);
}
