/** Tables that are queues, safe with several nodes and with one killed at any moment (docs/adr/0014). */
package org.ontherecord.platform.queue;
