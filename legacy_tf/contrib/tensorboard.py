"""tf.contrib.tensorboard.plugins.projector of TF 1.15: what tells TensorBoard's projector which embeddings to show.

Its protocol buffers are TensorBoard's. They are put together here, in a pool of their own, since TensorBoard need not
be installed to write its files. Source of the fields' names and numbers: TensorBoard 1.15's descriptors.
"""

import os

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, text_format
from tensorflow.python.lib.io import file_io

__all__ = ["EmbeddingInfo", "ProjectorConfig", "SpriteMetadata", "visualize_embeddings"]

_PACKAGE = "tensorboard.projector"
_MESSAGES = {  # message: its fields in the order of their numbers, from 1; "*" marks those that repeat
    "SpriteMetadata": "string image_path, uint32 *single_image_dim",
    "EmbeddingInfo": "string tensor_name, string metadata_path, string bookmarks_path, uint32 *tensor_shape, "
    "SpriteMetadata sprite, string tensor_path",
    "ProjectorConfig": "string model_checkpoint_path, EmbeddingInfo *embeddings, string model_checkpoint_dir",
}


def _classes():
    """{name: class} of the messages."""
    file = descriptor_pb2.FileDescriptorProto(name="projector_config.proto", package=_PACKAGE, syntax="proto3")
    kinds = descriptor_pb2.FieldDescriptorProto
    for name, fields in _MESSAGES.items():
        message = file.message_type.add(name=name)
        for number, each in enumerate(fields.split(", "), 1):
            kind, field = each.split(" ")
            entry = message.field.add(name=field.lstrip("*"), number=number)
            entry.label = kinds.LABEL_REPEATED if field.startswith("*") else kinds.LABEL_OPTIONAL
            entry.type = {"string": kinds.TYPE_STRING, "uint32": kinds.TYPE_UINT32}.get(kind, kinds.TYPE_MESSAGE)
            if kind in _MESSAGES:
                entry.type_name = f".{_PACKAGE}.{kind}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {n: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.{n}")) for n in _MESSAGES}


EmbeddingInfo, ProjectorConfig, SpriteMetadata = map(_classes().get, __all__[:3])


def visualize_embeddings(summary_writer, config):
    """Writes `config` (a ProjectorConfig) as projector_config.pbtxt beside the events of `summary_writer`.

    Raises ValueError if the writer has no directory (`summary_writer.get_logdir()`).
    """
    directory = summary_writer.get_logdir()
    if directory is None:
        raise ValueError("visualize_embeddings: the summary writer has no directory to write the projector's file to")
    path = os.path.join(directory, "projector_config.pbtxt")
    file_io.write_string_to_file(path, text_format.MessageToString(config))
