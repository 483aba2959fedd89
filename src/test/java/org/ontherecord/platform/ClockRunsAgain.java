package org.ontherecord.platform;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** No test inherits the time at which an earlier one stopped the clock. */
public class ClockRunsAgain implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        CDI.current().select(TestClock.class).get().run();
    }
}
