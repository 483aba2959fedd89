/** Plumbing that no feature owns: the clock, paging, problems, safe HTML, headers, jobs and the embedded database. */
package org.ontherecord.platform;
