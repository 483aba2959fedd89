package org.ontherecord.platform;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Faults that have a status of their own: what the caller did wrong, lost a race for, or should try again. */
class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    @ServerExceptionMapper
    Response notUnderstood(NotUnderstood fault) {
        return problem(Response.Status.BAD_REQUEST, fault.getMessage());
    }

    @ServerExceptionMapper
    Response refused(ApiRefusal refusal) {
        Response.StatusType status = Response.Status.fromStatusCode(refusal.status());
        var problem = HttpProblem.builder()
                .withStatus(refusal.status())
                .withTitle(status == null ? "Unprocessable Content" : status.getReasonPhrase())
                .withDetail(refusal.getMessage());
        if (!refusal.fields().isEmpty()) {
            problem.with("errors", refusal.fields());
        }
        var response = Response.fromResponse(problem.build().toResponse());
        refusal.headers().forEach(response::header);
        return response.build();
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException fault) {
        return problem(
                Response.Status.CONFLICT,
                "This was changed by somebody else while you were looking at it. Your change was not made.");
    }

    @ServerExceptionMapper
    Response databaseAway(JDBCConnectionException fault) {
        return Response.fromResponse(
                        problem(Response.Status.SERVICE_UNAVAILABLE, "The record cannot be reached just now."))
                .header("Retry-After", "10")
                .build();
    }

    /** A server that is starting, or a pool that has none left: Hibernate has no name of its own for these. */
    @ServerExceptionMapper
    Response databaseBusy(GenericJDBCException fault) {
        boolean passes = String.valueOf(fault.getSQLState()).startsWith("57")
                || String.valueOf(fault.getMessage()).contains("cquisition timeout");
        if (passes) {
            return databaseAway(new JDBCConnectionException(fault.getMessage(), fault.getSQLException()));
        }
        LOG.error("The database refused a statement", fault);
        return problem(Response.Status.INTERNAL_SERVER_ERROR, null);
    }

    private static Response problem(Response.Status status, String sentence) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(sentence)
                .build()
                .toResponse();
    }
}
