package org.registan.stand;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The claim of one JVM on a state directory; it ends with the JVM, however that ends. */
record StateLock(FileChannel channel) implements AutoCloseable {

  /** Claims the directory, or gives nothing when another JVM that runs has it. */
  static Optional<StateLock> claim(Path state) throws IOException {
    FileChannel channel =
        FileChannel.open(
            Trees.ownersDirectory(state).resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // this JVM has it; closing the channel would give that claim away
    }
    return Optional.of(new StateLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
