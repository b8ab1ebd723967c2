# SPDX-License-Identifier: GPL-3.0-or-later
# nucleoscope: the window. Everything but main.cpp is a library, so that tests can call it.
if(NB_WITH_WINDOW AND TARGET nb_engine_torch)
  file(GLOB NB_WINDOW_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/window/*.cpp)
  list(FILTER NB_WINDOW_SOURCES EXCLUDE REGEX "/main\\.cpp$")
  add_library(nb_window STATIC ${NB_WINDOW_SOURCES})
  nb_configure_target(nb_window)
  target_compile_definitions(nb_window PUBLIC NB_VERSION="${PROJECT_VERSION}")
  target_link_libraries(nb_window PUBLIC nb_ui nb_engine_torch)

  add_executable(nucleoscope ${CMAKE_CURRENT_SOURCE_DIR}/window/main.cpp)
  nb_configure_target(nucleoscope)
  target_link_libraries(nucleoscope PRIVATE nb_window)
  # After new texts: lupdate -I . ui app/window widgets -no-obsolete -locations none -ts translations/nucleoscope_de.ts, and the same with
  # -pluralonly for nucleoscope_en.ts (English needs its plural forms).
  qt_add_translations(nucleoscope
    TS_FILES ${CMAKE_SOURCE_DIR}/translations/nucleoscope_en.ts ${CMAKE_SOURCE_DIR}/translations/nucleoscope_de.ts
    RESOURCE_PREFIX /i18n)
  install(TARGETS nucleoscope RUNTIME DESTINATION bin)
endif()
