package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where editions are put in place, each whole and in one step. What a making writes beforehand stands aside under its fence
/// ([Publishing.Lock#fence()]), so that nobody who comes back too late finds anything to put in place.
public interface EditionStore {

	/// Takes away what makings of this pack and day with lower fences left aside: at one moment each is there no more. Called by whoever
	/// has just got the lock, before anything else.
	void clear(PackRequest request, long fence) throws IOException;

	/// An empty folder of this machine to write an edition's files into.
	Path stage(Edition edition, long fence) throws IOException;

	/// That folder, where it was begun under this fence.
	Optional<Path> staged(Edition edition, long fence);

	/// Makes every file durable, the manifest among them, and puts the edition in place. What stands there already is never replaced.
	void publish(Edition edition, long fence) throws IOException;

	/// Takes away what was written aside under this fence.
	void discard(Edition edition, long fence) throws IOException;

	/// Whether the edition stands: its manifest does.
	boolean isPublished(Edition edition);

	/// Whether anything stands where an edition of this name (`E08000013/improvement-board/2026-03-31/v1`) would.
	boolean isTaken(Path store, String name);

	/// A file of an edition that stands.
	byte[] read(Edition edition, String file) throws IOException;

	/// Leaves a mark for the processes of a run: whoever [sees][#sees] it works on this very store.
	void mark(Path store, long run, String token) throws IOException;

	/// Whether the mark of a run stands in the store as this machine sees it.
	boolean sees(Path store, long run, String token) throws IOException;

	/// Takes the mark of a run away.
	void unmark(Path store, long run) throws IOException;

}
