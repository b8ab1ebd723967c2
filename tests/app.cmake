# SPDX-License-Identifier: GPL-3.0-or-later
# The command line as people run it: tests/app/tst_NAME.cpp starts the real program and judges what it leaves behind.
if(TARGET nucleoscope-cli)
  file(GLOB NB_APP_TESTS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS app/tst_*.cpp)
  list(FILTER NB_APP_TESTS EXCLUDE REGEX tst_window) # those are in window.cmake
  foreach(source ${NB_APP_TESTS})
    get_filename_component(name ${source} NAME_WE)
    nb_add_test(${source})
    target_compile_definitions(${name} PRIVATE NB_CLI="$<TARGET_FILE:nucleoscope-cli>")
    add_dependencies(${name} nucleoscope-cli)
    set_tests_properties(${name} PROPERTIES LABELS app)
  endforeach()
endif()
