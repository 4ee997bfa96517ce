package org.packhorse;

import java.nio.file.Path;

/// A council whose plan is so small that every rating can be worked out by hand.
///
/// Every action starts on 1 January 2021. As at 30 June 2021, day 180 of the year counted from there:
///
/// | Ref | due | reported | rating on 31 May | rating on 30 June |
/// |---|---|---|---|---|
/// | 1.1 | 31 Dec, 364 days | 30% on 10 May, 50% on 15 June | behind: 41.2% expected, 30 is 0.73 of it | on-track: 49.5% expected |
/// | 1.2 | 31 May | 80% on 20 May | behind: 100% expected, 80 is 0.80 of it | overdue by 30 days |
/// | 1.3 | 30 April, then 30 Sep, then 31 Oct | 55% on 20 April, 65% on 10 June | moved once | moved twice |
/// | 2.1 | 30 June | 90% on 25 May, completed 25 June | on-track: 83.3% expected | complete |
/// | 2.2 | 31 Dec | 55% on 28 May | on-track | on-track, but set to amber by hand from 15 June |
/// | 2.3 | 31 March | embedded with evidence on 5 May | embedded | embedded |
/// | 2.4 | 31 Dec, starts on 1 Sept | nothing | not-due | not-due |
public final class SmallCouncil {

	/// Its code.
	public static final String CODE = "X99000007";

	private SmallCouncil() {
	}

	/// Its import files, written into the folder.
	public static ImportFiles files(Path folder) {
		return new ImportFiles(folder).csv("authorities", "code,name\nX99000007,Testingham\n")
			.csv("plans", "authority,code,title,approved_on\nX99000007,P1,Improvement plan,2021-01-01\n")
			.csv("sections", """
					authority,plan,no,title,priority
					X99000007,P1,1,Front door,yes
					X99000007,P1,2,Permanence,no
					""")
			.csv("kpis", """
					code,title,unit,polarity,decimals
					K1,Assessments in time,percent,higher,1
					K2,Children in care,count,,0
					K3,Missing episodes,count,lower,0
					""")
			.csv("kpi_targets", "authority,kpi,applies_from,target\nX99000007,K1,2021-01-01,90\nX99000007,K3,2021-01-01,4\n")
			.csv("section_kpis", "authority,plan,section,kpi\nX99000007,P1,1,K1\nX99000007,P1,2,K2\nX99000007,P1,2,K3\n")
			.csv("kpi_values", """
					authority,kpi,period_end,value,numerator,denominator,recorded_on
					X99000007,K1,2021-04-30,88,,,
					X99000007,K1,2021-05-31,,81,90,
					X99000007,K1,2021-05-31,,77,90,2021-06-20
					X99000007,K1,2021-06-30,50,,,2021-07-10
					X99000007,K2,2021-05-31,412,,,
					X99000007,K3,2021-05-31,c,,,
					""")
			.csv("actions", """
					authority,plan,section,ref,action,lead,priority,starts_on,due_on,kpi
					X99000007,P1,1,1.1,Agree thresholds,Head of Service,no,,2021-12-31,K1
					X99000007,P1,1,1.2,Audit contacts,Head of Service,no,,2021-05-31,
					X99000007,P1,1,1.3,Train managers,Head of Service,no,,2021-04-30,
					X99000007,P1,2,2.1,Review every plan,Head of Care,yes,,2021-06-30,
					X99000007,P1,2,2.2,Track children,Head of Care,no,,2021-12-31,
					X99000007,P1,2,2.3,Set up a panel,Head of Care,no,,2021-03-31,
					X99000007,P1,2,2.4,Recruit carers,Head of Care,no,2021-09-01,2021-12-31,
					""")
			.csv("updates", """
					authority,plan,action,reported_on,state,percent_complete,declared_rag,revised_due_on,completed_on,evidence
					X99000007,P1,1.1,2021-05-10,in progress,30,,,,
					X99000007,P1,1.1,2021-06-15,in progress,10,,,,
					X99000007,P1,1.2,2021-05-20,in progress,80,green,,,
					X99000007,P1,1.3,2021-04-20,in progress,55,,2021-09-30,,
					X99000007,P1,1.3,2021-06-10,in progress,65,,2021-10-31,,
					X99000007,P1,2.1,2021-05-25,in progress,90,,,,
					X99000007,P1,2.1,2021-06-28,complete,100,,,2021-06-25,Audit of 20 plans
					X99000007,P1,2.2,2021-05-28,in progress,55,green,,,
					X99000007,P1,2.3,2021-05-05,embedded,100,,,2021-03-20,Panel minutes
					""")
			.csv("overrides", """
					authority,plan,action,rating,reason,post,approver,applies_from,applies_until
					X99000007,P1,2.2,amber,Two workers have left,Head of Care,Director of Children's Services,2021-06-15,2021-07-31
					""");
	}

	/// The lead's correction of what was said of 1.1 on the same day: 50%, not 10%.
	public static ImportFiles correction(Path folder) {
		return new ImportFiles(folder).csv("updates", """
				authority,plan,action,reported_on,state,percent_complete
				X99000007,P1,1.1,2021-06-15,in progress,50
				""");
	}

}
