# SPDX-License-Identifier: GPL-3.0-or-later
# Headers that most files of a library include, read by the compiler once instead of in each file. Every file still names
# what it uses: the preset no-torch builds without this.
option(NB_PRECOMPILE "Precompile the headers that most files include (about 1 GB of disk while building)" ON)
set(NB_STANDARD_HEADERS
  <algorithm> <chrono> <cmath> <cstdint> <functional> <map> <memory> <mutex> <optional> <string> <unordered_map> <vector>)
set(NB_WIDGET_HEADERS
  <QAction> <QCheckBox> <QComboBox> <QCoreApplication> <QDir> <QFileInfo> <QHBoxLayout> <QImage> <QKeyEvent> <QLabel>
  <QLocale> <QMainWindow> <QPainter> <QPointer> <QPushButton> <QSettings> <QTimer> <QToolButton> <QVBoxLayout>)

function(nb_precompile target)
  if(NB_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE -fpch-preprocess) # or ccache cannot tell what such a file is made of
  endif()
endfunction()

# The same headers as `from`, whose compile options have to be the same, too.
function(nb_precompile_as target from)
  if(NB_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${from})
    # A test's moc is included by the test itself, and this file of the build's is empty.
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp
      PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()
