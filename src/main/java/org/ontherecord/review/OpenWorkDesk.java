package org.ontherecord.review;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.ontherecord.account.SignedIn;

/** All that waits for who is signed in, on one page. */
@Path("/desk/work")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class OpenWorkDesk {
    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance work(long total, List<OpenWork> waiting, List<String> none);
    }

    private final SignedIn signedIn;
    private final EntityManager database;
    private final Clock clock;

    OpenWorkDesk(SignedIn signedIn, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance work() {
        List<OpenWork> all = OpenWork.of(database, signedIn.account(), clock.instant());
        return Templates.work(
                all.stream().mapToLong(OpenWork::count).sum(),
                all.stream().filter(work -> work.count() > 0).toList(),
                all.stream()
                        .filter(work -> work.count() == 0)
                        .map(OpenWork::none)
                        .toList());
    }
}
