/** Many articles at once: the files of a zip or a list of addresses, read one by one in the background. */
package org.ontherecord.article.bulk;
