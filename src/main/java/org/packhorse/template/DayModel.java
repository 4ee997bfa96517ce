package org.packhorse.template;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

import freemarker.template.TemplateDateModel;

/// A calendar day as FreeMarker compares and prints days: `2021-03-31` in an attribute. Words come from `day(…)`.
record DayModel(LocalDate day) implements TemplateDateModel {

	@Override
	public Date getAsDate() {
		return Date.from(this.day.atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	@Override
	public int getDateType() {
		return TemplateDateModel.DATE;
	}

}
