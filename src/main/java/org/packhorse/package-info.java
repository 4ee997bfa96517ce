/// Packhorse carries the board's packs: from improvement-plan and KPI tables to published Word, Excel, PDF and HTML.
@NullMarked
package org.packhorse;

import org.jspecify.annotations.NullMarked;
