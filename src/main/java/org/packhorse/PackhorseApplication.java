package org.packhorse;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application that every command starts: database, jobs, templates and writers, without a web server.
@SpringBootApplication
public class PackhorseApplication {
}
