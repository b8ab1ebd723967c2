// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"
#include "ui/services.h"

#include <QObject>

#include <memory>
#include <vector>

namespace nb
{

/// The nuclei of a GeoJSON file, only to show them, off the GUI thread (a picture from the command line has no case;
/// ExchangeController brings files into one). What is wrong with a part of the file is passed over.
class NucleusFileReader : public QObject
{
    Q_OBJECT

public:
    explicit NucleusFileReader(const Services& services, QObject* parent = nullptr);
    ~NucleusFileReader() override;

    void read(const QString& path);

Q_SIGNALS:
    void nucleiRead(const std::vector<nb::Nucleus>& nuclei);
    void failed(const QString& headline, const nb::Error& error);

private:
    Services m_services;
    std::shared_ptr<Job> m_job;
};

} // namespace nb
