package org.ontherecord;

import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A browser without scripts that keeps its cookies and fills in the hidden token of every form. Follows no redirect. */
public final class DeskBrowser {
    private static final String CSRF_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private final Map<String, String> cookies;

    private DeskBrowser(Map<String, String> cookies) {
        this.cookies = cookies;
    }

    public static DeskBrowser with(Map<String, String> cookies) {
        return new DeskBrowser(cookies);
    }

    public static DeskBrowser anonymous() {
        return new DeskBrowser(Map.of());
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** Names and values in turn. */
    public ValidatableResponse post(String path, String... namesAndValues) {
        var request = request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.formParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.formParam("csrf-token", CSRF_TOKEN).post(path).then();
    }

    /** A form with a file; without bytes none was chosen. */
    public ValidatableResponse upload(String path, Map<String, String> fields, String fileName, byte[] file) {
        var request = request().multiPart("csrf-token", CSRF_TOKEN);
        fields.forEach(request::multiPart);
        return request.multiPart("file", fileName, file).post(path).then();
    }

    /** A request with the cookies and the token's cookie, for what the two above cannot say. */
    public RequestSpecification request() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookies(cookies)
                .cookie("csrf-token", CSRF_TOKEN)
                .accept("text/html");
    }
}
