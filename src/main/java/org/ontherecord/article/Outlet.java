package org.ontherecord.article;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Who publishes articles: one row however the name is spelled. */
@Entity
public class Outlet extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    /** Lower case, without {@code www.}; null when the outlet has no known site. */
    public String host;

    public List<String> aliases = List.of();

    @Version
    public int version;

    protected Outlet() {}

    Outlet(String name, String host) {
        this.name = name.strip();
        this.host = host;
    }
}
