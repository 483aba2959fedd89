/** Who may enter: accounts, roles, invitations, sign-in, and the audit log of what each did. */
package org.ontherecord.account;
