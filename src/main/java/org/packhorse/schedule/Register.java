package org.packhorse.schedule;

import java.util.List;

import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Bodies;
import org.packhorse.markup.NearestName;
import org.springframework.stereotype.Component;

/// The councils and bodies on file, as far as schedules name them.
@Component
public class Register {

	private final Authorities authorities;

	private final Bodies bodies;

	Register(Authorities authorities, Bodies bodies) {
		this.authorities = authorities;
		this.bodies = bodies;
	}

	/// Whether any council has a plan; without one there is nothing to check names against.
	public boolean isEmpty() {
		return this.authorities.withPlans().isEmpty();
	}

	/// The codes of the councils that a schedule is for.
	public List<String> councils(Schedule schedule) {
		return schedule.order().forAll() ? this.authorities.withPlans().stream().map(Authority::code).toList() : schedule.order().authorities();
	}

	/// Adds to the file what is wrong with the councils and bodies that an enabled schedule names. One that rests may name what is
	/// not there yet.
	public void check(ScheduleFile file) {
		file.schedule().filter(Schedule::enabled).ifPresent(schedule -> {
			var known = this.authorities.withPlans().stream().map(Authority::code).toList();
			schedule.order()
				.authorities()
				.stream()
				.filter(code -> !known.contains(code))
				.forEach(code -> file.fault("authorities", "No council %s with a plan is on file".formatted(code), NearestName.among(known).remedy(code)));
			schedule.when().body().ifPresent(body -> councils(schedule).stream().filter(known::contains).forEach(code -> check(file, code, body)));
		});
	}

	private void check(ScheduleFile file, String authority, String body) {
		var known = this.bodies.codes(authority);
		if (!known.contains(body)) {
			file.fault("when", "%s has no body %s on file".formatted(authority, body),
					known.isEmpty() ? "Load table bodies, and table meetings with its meetings" : NearestName.among(known).remedy(body));
		}
	}

}
