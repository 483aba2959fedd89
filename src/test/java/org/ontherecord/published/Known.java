package org.ontherecord.published;

/** Claims that many tests look at. */
public final class Known {
    public static final String TEXT = "Intro é 😀 text. \"I'll have that done in 24 hours,\" he said. "
            + "\"I will get it settled before I even become president,\" he added. "
            + "His campaign promised to end the war \"within 24 hours\".";

    private Known() {}

    /** The promise of the pictures: said in 2023, opened in 2024, broken in 2025, confirmed since. */
    public static PublishedFixture.OneClaim promise(PublishedFixture fixture) {
        long snapshot = fixture.snapshot("Sample Gazette", "Can the war end in 24 hours?", "2024-11-08", null, TEXT);
        return fixture.promise("End the war between Russia and Ukraine within 24 hours of taking office as president.")
                .headline("I'll have that done in 24 hours.")
                .by("Donald Trump")
                .as("Promise made as a candidate for US president")
                .topics("Foreign policy", "Ukraine")
                .due(
                        "2025-01-21T17:00:00Z",
                        "America/New_York",
                        "24 hours from noon in Washington on 20 January 2025, when the term began.")
                .keptWhen("A ceasefire or settlement in force by the deadline.")
                .found("He promised it as a thing he would do, in a stated time.\n\nThe promise sets **its own** test.")
                .evidence(
                        new String[] {"CNN", "Town hall, 10 May 2023", "CONTEXT", "primary", "https://cnn.example/a"},
                        new String[] {"US Constitution", "20th Amendment", "CONTEXT", "primary", null},
                        new String[] {
                            "A wire service", "Fighting went on", "CONTRADICTS", "secondary", "https://wire.example/b"
                        })
                .saidElsewhere(
                        "Before I even arrive at the Oval Office, I will have the war settled.",
                        "2023-03-04",
                        "DAY",
                        "CPAC speech",
                        "Speech at CPAC")
                .said(snapshot, "I'll have that done in 24 hours", "2023-05-10", "CNN town hall, New Hampshire")
                .said(
                        snapshot,
                        "I will get it settled before I even become president",
                        "2024-09-10",
                        "Presidential debate")
                .reported(snapshot, "promised to end the war \"within 24 hours\"")
                .counted(21, "2023-01-01", "2023-12-31", true)
                .counted(32, "2024-01-01", "2024-11-30", true)
                .verdict(
                        "ORIGINAL",
                        "not-yet-rated",
                        "2024-11-08",
                        "2024-11-08T14:05:00Z",
                        "The deadline has not come.",
                        "Record opened.")
                .verdict(
                        "UPDATE",
                        "in-the-works",
                        "2024-11-27",
                        "2024-11-28T09:30:00Z",
                        "An envoy was named.",
                        "A special envoy was named.")
                .verdict(
                        "UPDATE",
                        "stalled",
                        "2025-01-08",
                        "2025-01-09T10:00:00Z",
                        "The goal moved.",
                        "The envoy spoke of 100 days.")
                .verdict(
                        "UPDATE",
                        "broken",
                        "2025-01-22",
                        "2025-01-22T14:05:00Z",
                        "The war did not end by the deadline, noon in Washington on 21 January 2025. No ceasefire was in force that day.",
                        "The war had not ended within the promised time.")
                .verdict(
                        "CONFIRMATION",
                        "broken",
                        "2026-02-24",
                        "2026-02-24T10:00:00Z",
                        "The war did not end by the deadline, noon in Washington on 21 January 2025. No ceasefire was in force that day.",
                        "Yearly check, no change.");
    }

    /** A statement that was rated wrongly at first. */
    public static PublishedFixture.OneClaim correctedStatement(PublishedFixture fixture) {
        long snapshot = fixture.snapshot(
                "Sample Courier",
                "A bus and a number",
                "2016-06-23",
                "https://courier.example/" + System.nanoTime(),
                "The bus said: We send the EU 350 million pounds a week. It drove on.");
        return fixture.statement("The United Kingdom sends the European Union 350 million pounds a week.")
                .by("Vote Leave")
                .topics("Europe")
                .said(snapshot, "We send the EU 350 million pounds a week", "2016-05-11", null)
                .verdict(
                        "ORIGINAL",
                        "false",
                        "2016-06-23",
                        "2026-10-10T08:00:00Z",
                        "The rebate never left the country.",
                        "First published.")
                .verdict(
                        "CORRECTION",
                        "mostly-false",
                        "2016-06-23",
                        "2026-10-20T08:00:00Z",
                        "A gross figure near it exists.",
                        "Corrected: we rated it False.");
    }

    public static PublishedFixture.OneClaim withdrawnStatement(PublishedFixture fixture) {
        return fixture.statement("The city's bridge cost 12 million more than planned.")
                .by("Robin Muster")
                .saidElsewhere(
                        "The bridge is already 12 million over its budget",
                        "2026-08-01",
                        "MONTH",
                        null,
                        "Minutes of the council")
                .verdict(
                        "ORIGINAL",
                        "half-true",
                        "2026-09-01",
                        "2026-09-02T08:00:00Z",
                        "Part of the sum was for another road.",
                        "First published.")
                .verdict(
                        "WITHDRAWAL",
                        "half-true",
                        "2026-09-20",
                        "2026-09-20T08:00:00Z",
                        "The minutes were a draft.",
                        "We no longer stand by this check: the minutes were a draft.");
    }

    /** A promise whose deadline lies ahead and was moved once. */
    public static PublishedFixture.OneClaim openPromise(PublishedFixture fixture) {
        return fixture.promise("The new bridge will open by the end of June 2027.")
                .by("Dana Example")
                .as("Mayor")
                .topics("Transport")
                .due("2027-03-31T22:00:00Z", "Europe/Paris", "The end of March, as first announced.")
                .saidElsewhere("We will open it soon <b>\"and\"</b> & well", "2026-01-01", "YEAR", null, "An interview")
                .verdict(
                        "ORIGINAL",
                        "not-yet-rated",
                        "2026-10-01",
                        "2026-10-01T08:00:00Z",
                        "Too early.",
                        "Record opened.")
                .due("2027-06-30T22:00:00Z", "Europe/Paris", "The end of June, by the new plan.")
                .verdict(
                        "UPDATE",
                        "in-the-works",
                        "2026-11-01",
                        "2026-11-02T08:00:00Z",
                        "Building has begun.",
                        "The date was moved.");
    }
}
