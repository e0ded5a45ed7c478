/// Scheduled pulls: files that a source leaves in a folder, on an SFTP server or in S3 are fetched
/// and imported, each once.
@NullMarked
package io.muster.server.sources.pull;

import org.jspecify.annotations.NullMarked;
