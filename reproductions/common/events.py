"""TensorBoard's events, written by this thread: what goes wrong is raised where it happens.

(tf.summary.FileWriter writes in a thread of its own, which on a full disk prints a traceback and leaves an IndexError.)
"""

import os
import platform
import time

from legacy_tf import tf


class Events:
    """An events file in `folder`; TensorBoard drops what earlier files of the folder have of step `start` and later.

    graph: a tf.Graph to show, or None. Raises tf.errors.OpError, in any method, if the file can't be written.
    """

    def __init__(self, folder, start, graph):
        tf.gfile.MakeDirs(folder)
        name = "events.out.tfevents.{:010d}.{}.{}".format(int(time.time()), platform.node(), os.getpid())
        self._writer = tf.python_io.TFRecordWriter(os.path.join(folder, name))
        self._write(file_version="brain.Event:2")
        if graph is not None:
            self._write(graph_def=graph.as_graph_def(add_shapes=True).SerializeToString())
        self._write(step=start, session_log=tf.SessionLog(status=tf.SessionLog.START))

    def scalars(self, step, values, now):
        """{name: number, or None for none}, of the time `now`."""
        event = tf.Event(wall_time=now, step=step)
        for name, value in values.items():
            if value is not None:
                event.summary.value.add(tag=name, simple_value=float(value))
        self._writer.write(event.SerializeToString())

    def picture(self, step, name, png):
        """A picture, as the bytes of a PNG file."""
        image = tf.Summary.Image(encoded_image_string=png)
        self._write(step=step, summary=tf.Summary(value=[tf.Summary.Value(tag=name, image=image)]))

    def flush(self):
        self._writer.flush()

    def close(self):
        self._writer.close()

    def _write(self, **content):
        self._writer.write(tf.Event(wall_time=time.time(), **content).SerializeToString())
